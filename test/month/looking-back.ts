/** The rest of the month: a workshop filled beyond its seats, a request from asking to thanks, three activities held and covered, a story, the echo. */
import type { Player } from './player.ts'

const at = (day: string, time: string, year = 2026) => `${year}-${day}T${time}:00+03:00`

/** Two seats, three who want one; one is given up, and the list moves by itself. */
export async function train(p: Player): Promise<void> {
  p.chapter({ en: 'A workshop, and one person more than seats', ar: 'ورشة، وطالبوها أكثر من مقاعدها بواحد' })
  await p.moveTo(at('12-08', '10:00'), [])
  await p.say('centre', {
    en: 'Offer a workshop in the new media track: Short video on a phone, on 13 December from 10 am to 1 pm at the training room, 2 seats, trainer Hala Alsayed',
    ar: 'نطرح ورشة في مسار الإعلام الجديد: الفيديو القصير بالهاتف، يوم 13 ديسمبر من 10 صباحاً إلى 1 ظهراً في قاعة التدريب، مقعدان، تقدمها هالة السيد',
  })
  await p.say('centre', { en: 'الفيديو القصير بالهاتف', ar: 'Short video on a phone' }, ['centre'])
  await p.press('centre', 'draft.submit', ['centre'])
  await p.say('youth', { en: 'What training is on offer?', ar: 'ما الورش المتاحة؟' })
  const me = { en: 'enrol me in the short video workshop', ar: 'سجلوني في ورشة الفيديو القصير' }
  // Pressed at once on a server, any two of the three have the seats (test/training/seats.server.test.ts): who they are is the same on this page.
  for (const who of ['health', 'works', 'culture']) await p.say(who, me, [who])
  await p.say('health', { en: 'I give up my seat in the short video workshop', ar: 'أتنازل عن مقعدي في ورشة الفيديو القصير' })
  await p.press('culture', 'ask.answer:accept', ['culture'])
  await p.say('culture', { en: 'my training', ar: 'سجل تدريبي' })
}

/** What an organization asks of the centre: taken, written about, done, thanked for. */
export async function support(p: Player): Promise<void> {
  p.chapter({ en: 'Help is asked for, given and thanked for', ar: 'دعم يُطلب ويُقدَّم ويُشكر عليه' })
  await p.say(
    'health',
    { en: 'We need a photographer for the heart health walk on 9 December', ar: 'نحتاج مصوراً لمسيرة صحة القلب يوم 9 ديسمبر' },
    ['health'],
  )
  await p.press('health', 'draft.submit', ['health', 'centre'])
  await p.press('centre', 'support.take', ['centre', 'health'])
  await p.say(
    'centre',
    {
      en: 'tell S-2026-0001: the photographer arrives at 3 at gate 2',
      ar: 'رد على S-2026-0001: يصل المصور الساعة الثالثة عند البوابة الثانية',
    },
    ['centre', 'health'],
  )
}

/** The working day after each activity its owner is asked how it went, and for what the media made of it. */
export async function cover(p: Player): Promise<void> {
  p.chapter({ en: 'The walk was held: how was it covered?', ar: 'أُقيمت المسيرة: كيف كانت تغطيتها؟' })
  await p.moveTo(at('12-10', '08:00'), ['health'])
  await p.press('health', 'ask.answer:yes', ['health'])
  await p.press('health', 'ask.answer:add', ['health'])
  await p.say('health', {
    en: [
      'Media monitoring, heart health walk:',
      '1. GDN – Two thousand walk for heart health – positive – https://www.gdnonline.com/Details/1412345?utm_source=mail',
      '2. Al Ayam – Heart walk draws families – 10 December – reach 45,000 (Meltwater)',
      '3. Manama Beat – A walk to remember – https://manamabeat.com/heart-walk',
    ].join('\n'),
    ar: [
      'رصد إعلامي، مسيرة صحة القلب:',
      '١. أخبار الخليج – ألفا مشارك في مسيرة صحة القلب – إيجابي – https://www.akhbar-alkhaleej.com/news/article/1412345?utm_source=mail',
      '٢. الأيام – مسيرة القلب تجمع العائلات – ١٠ ديسمبر – الوصول ٤٥ ألف (ميلتووتر)',
      '٣. نبض المنامة – مسيرة لا تُنسى – https://manamabeat.com/heart-walk',
    ].join('\n'),
  })
  await p.press('health', 'draft.submit', ['health', 'centre'])
  await p.press('centre', 'outlet.confirm', ['centre'])

  await p.say('centre', { en: 'S-2026-0001 is done', ar: 'تم إنجاز S-2026-0001' }, ['centre', 'health'])
  await p.press('health', 'support.thanks', ['health', 'centre'])

  p.chapter({ en: 'After the workshop', ar: 'بعد الورشة' })
  await p.moveTo(at('12-13', '14:00'), ['centre'])
  await p.press('centre', 'training.allCame', ['centre'])

  p.chapter({ en: 'The flyover and the exhibition', ar: 'الجسر والمعرض' })
  await p.moveTo(at('12-15', '09:00'), ['works'])
  await p.press('works', 'ask.answer:changed', ['works'])
  await p.say('works', { en: 'It was opened an hour later because of the fog', ar: 'تأخر الافتتاح ساعة بسبب الضباب' })
  await p.say('works', {
    en: 'Coverage of the Sitra flyover: Bahrain TV, BNA and Al Watan',
    ar: 'تغطية جسر سترة العلوي: تلفزيون البحرين، وكالة أنباء البحرين، الوطن',
  })
  await p.press('works', 'draft.submit', ['works'])
  await p.moveTo(at('12-20', '09:00'), ['culture'])
  await p.press('culture', 'ask.answer:yes', ['culture'])
  await p.press('culture', 'ask.answer:none', ['culture'])
  await p.say('centre', { en: 'coverage', ar: 'التغطية الإعلامية' })
}

/** A result told as a story, approved by the centre. */
export async function tell(p: Player): Promise<void> {
  p.chapter({ en: 'A success story', ar: 'قصة نجاح' })
  await p.say('health', {
    en: 'success story of the heart health walk: a morning walk became a habit for four hundred families',
    ar: 'قصة نجاح مسيرة صحة القلب: مسيرة صباحية صارت عادة لأربعمئة عائلة',
  })
  await p.say('health', {
    en: 'Families who had never walked together now meet every Friday.',
    ar: 'عائلات لم تكن تمشي معاً باتت تلتقي كل جمعة.',
  })
  await p.say('health', { en: 'مسيرة صباحية صارت عادة لأربعمئة عائلة', ar: 'A morning walk became a habit for four hundred families' })
  await p.say('health', {
    en: 'عائلات لم تكن تمشي معاً باتت تلتقي كل جمعة.',
    ar: 'Families who had never walked together now meet every Friday.',
  })
  await p.say('health', { en: '400 families', ar: '٤٠٠ عائلة' })
  await p.say('health', { en: 'Registered for the weekly walk', ar: 'عدد المسجلين في المسيرة الأسبوعية' })
  await p.say('health', { en: 'We come for the air, and stay for the neighbours', ar: 'جئنا للهواء، وبقينا للجيران' })
  await p.say('health', { en: 'Salem, who walks every Friday', ar: 'سالم، أحد المشاركين' })
  await p.press('health', 'draft.pick', ['health'])
  await p.press('health', 'draft.submit', ['health', 'centre'])
  await p.press('centre', 'story.approve', ['centre', 'health'])
}

/** The echo of the month, its figures and chart; then the meeting that looks back on it. */
export async function lookBack(p: Player): Promise<void> {
  p.chapter({ en: 'The echo of December', ar: 'صدى ديسمبر' })
  await p.moveTo(at('01-03', '08:30', 2027), [])
  await p.say('health', { en: 'What was December’s echo?', ar: 'الصدى الإعلامي لشهر ديسمبر' })
  await p.say('centre', { en: 'issue the achievements edition for December', ar: 'أصدر إصدار الإنجازات لشهر ديسمبر' })
  await p.press('centre', 'achievements.issue', ['centre'])
  await p.say('centre', { en: 'What is on the agenda?', ar: 'ما جدول أعمال الاجتماع؟' })
}
