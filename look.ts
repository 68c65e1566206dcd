import { writeFileSync } from 'node:fs'
import { voice } from './test/voice.ts'
import { chartOf } from './src/coverage/chart.ts'
import { draw } from './src/coverage/chart-draw.ts'
const echo: any = {
  scope: { month: '2026-11', organizationId: null, priority: null }, appearances: 27,
  cells: [ {medium:'print',level:'local',n:9},{medium:'print',level:'regional',n:1},{medium:'television',level:'local',n:3},{medium:'agency',level:'local',n:2},{medium:'agency',level:'regional',n:2},{medium:'agency',level:'international',n:1},{medium:'news_site',level:'international',n:4},{medium:'social',level:'local',n:5}],
  outlets: [{id:'a',name:{ar:'جريدة الخليج اليومية',en:'The Daily Gulf Gazette'},n:8},{id:'b',name:{ar:'مؤسسة الأخبار المتحدة للإعلام الرقمي والنشر والتوزيع في الخليج العربي',en:'United News Corporation for Digital Media, Publishing and Distribution in the Gulf'},n:6},{id:'c',name:{en:'Reuters (الخدمة العربية) 24'},n:4},{id:'d',name:{ar:'قناة 24 الإخبارية'},n:3},{id:'e',name:{ar:'وكالة أنباء الخليج',en:'Gulf News Agency'},n:1}],
}
const big={...echo,cells:[{medium:'print',level:'local',n:1240},{medium:'print',level:'regional',n:3},{medium:'print',level:'international',n:60},{medium:'podcast',level:'local',n:1}],appearances:1304,outlets:echo.outlets.map((o:any,i:number)=>({...o,n:900-200*i})),scope:{month:null,organizationId:null,priority:{id:'x',month:'2026-11',title:{ar:'خدمات حكومية رقمية أقرب إلى الناس في كل مكان وفي كل وقت طوال العام كله',en:'Digital government services, closer to people everywhere and at any time of the whole year'}}}};const rss=()=>Math.round(process.memoryUsage().rss/1048576)
for (const l of ['ar','en'] as const) {
  const v = { speak: voice(l), organizations: [] }
  const b=rss(); const t=performance.now()
  const c = chartOf(v as any, echo)!
  const png = await draw(c)
  console.log(l, b, rss(), Math.round(performance.now()-t)+'ms', png.length)
  writeFileSync(`/tmp/echo-try/chart-${l}.png`, png); writeFileSync(`/tmp/echo-try/big-${l}.png`, await draw(chartOf(v as any, big)!))
}
