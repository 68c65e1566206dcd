/** Words by which a token is seen to speak of time. They are for comparing sentences and telling a time from a name; what time is meant is read elsewhere. */
import { wordSet } from './phrases.ts'
import { bare } from './tokens.ts'

const days = wordSet(
  `monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun today tonight tomorrow tmrw yesterday bukra
   الاثنين اثنين الثلاثاء الثلاثا ثلاثاء الاربعاء الاربعا اربعاء الخميس خميس الجمعه جمعه السبت سبت الاحد احد اليوم الليله غدا غد بكره باكر باجر امس البارحه`,
)
const months = wordSet(
  `january jan february feb march april apr june july august september sept october oct november nov december dec ramadan
   يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر رمضان شعبان شوال رجب محرم صفر كانون تشرين شباط اذار نيسان ايار حزيران تموز ايلول`,
)
const next = wordSet('next coming upcoming القادم القادمه المقبل المقبله الجاي الجايه الياي اليايه')

const among = (set: ReadonlySet<string>, f: string): boolean => bare(f).some(b => set.has(b))

export const isDayWord = (f: string): boolean => among(days, f)
export const isMonthWord = (f: string): boolean => among(months, f)
export const isNextWord = (f: string): boolean => next.has(f)
