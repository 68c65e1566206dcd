/** Words of time in both languages, folded: weekdays, months, numbers, relatives. Tables alone. */

const table = <V>(rows: [V, string][]): ReadonlyMap<string, V> =>
  new Map(rows.flatMap(([v, words]) => words.split(' ').map(w => [w.replaceAll('_', ' '), v] as const)))

/** ISO weekdays; typing slips among them. */
export const weekdays = table<number>([
  [1, 'monday mon mondays اثنين الاثنين الاتنين اتنين لاثنين'],
  [2, 'tuesday tue tues tuesdays ثلاثاء الثلاثاء الثلاثا ثلاثا تلاتاء'],
  [3, 'wednesday wed weds wednesdays اربعاء الاربعاء الاربعا اربعا لاربعاء'],
  [4, 'thursday thu thur thurs thursdays خميس الخميس'],
  [5, 'friday fri fridays جمعه الجمعه'],
  [6, 'saturday sat saturdays سبت السبت'],
  [7, 'sunday sun sundays احد الاحد الحد a7ad'],
])

/** Gregorian months: Gulf and Egyptian, Levantine, Maghrebi, English. Two-word names joined by a space. */
export const months = table<number>([
  [1, 'january jan يناير جانفي كانون_الثاني'],
  [2, 'february feb فبراير شباط فيفري'],
  [3, 'march mar مارس اذار'],
  [4, 'april apr ابريل نيسان افريل'],
  [5, 'may مايو ايار ماي'],
  [6, 'june jun يونيو حزيران جوان'],
  [7, 'july jul يوليو تموز جويليه'],
  [8, 'august aug اغسطس اب اوت'],
  [9, 'september sep sept سبتمبر ايلول سبتمر'],
  [10, 'october oct اكتوبر تشرين_الاول'],
  [11, 'november nov نوفمبر تشرين_الثاني'],
  [12, 'december dec ديسمبر كانون_الاول ديسمير'],
])

export const hijriMonths = table<number>([
  [1, 'محرم muharram'],
  [2, 'صفر safar'],
  [3, 'ربيع_الاول'],
  [4, 'ربيع_الاخر ربيع_الثاني'],
  [5, 'جمادي_الاولي جمادي_الاول'],
  [6, 'جمادي_الاخره جمادي_الثانيه جمادي_الاخر'],
  [7, 'رجب rajab'],
  [8, 'شعبان shaaban shaban'],
  [9, 'رمضان ramadan'],
  [10, 'شوال shawwal shawal'],
  [11, 'ذو_القعده ذي_القعده'],
  [12, 'ذو_الحجه ذي_الحجه'],
])

/** Cardinals and ordinals in words; hours are said with the feminine ordinals. */
export const numbers = table<number>([
  [1, 'واحد واحده اول الاول الاولي one first'],
  [2, 'اثنان اثنين اثنتين ثاني ثانيه الثاني الثانيه two second'],
  [3, 'ثلاث ثلاثه ثالث ثالثه three third'],
  [4, 'اربع اربعه رابع رابعه four fourth'],
  [5, 'خمس خمسه خامس خامسه five fifth'],
  [6, 'ست سته سادس سادسه six sixth'],
  [7, 'سبع سبعه سابع سابعه seven seventh'],
  [8, 'ثمان ثماني ثمانيه ثامن ثامنه eight eighth'],
  [9, 'تسع تسعه تاسع تاسعه nine ninth'],
  [10, 'عشر عشره عاشر عاشره ten tenth'],
  [11, 'eleven eleventh'],
  [12, 'twelve twelfth'],
  [20, 'عشرون عشرين twenty'],
  [30, 'ثلاثون ثلاثين thirty'],
])

/** Days from today. */
export const relativeDays = table<number>([
  [0, 'today اليوم tonight الليله'],
  [1, 'tomorrow tmrw غدا غد الغد بكره باكر باجر bukra bokra'],
  [-1, 'yesterday امس البارحه'],
])

export const nextWords = new Set('القادم القادمه المقبل المقبله الجاي الجايه الياي اليايه القادمين next coming upcoming'.split(' '))
export const thisWords = new Set('هذا هذه الحالي الجاري الجاريه الحاليه this'.split(' '))
export const lastWords = new Set('الماضي الماضيه الفايت الفايته last past'.split(' '))

export const thirds = table<'early' | 'mid' | 'late' | 'end'>([
  ['early', 'مطلع اوائل بدايه مستهل early beginning'],
  ['mid', 'منتصف اواسط وسط mid middle'],
  ['late', 'اواخر late'],
  ['end', 'نهايه اخر end'],
])

/** Units of time: singular, dual (with its count) and plural. */
export const units = table<'day' | 'week' | 'month' | 'year'>([
  ['day', 'day days يوم ايام يوما'],
  ['week', 'week weeks اسبوع اسابيع اسبوعا'],
  ['month', 'month months شهر اشهر شهور شهرا'],
  ['year', 'year years سنه عام سنوات اعوام سنين'],
])
export const duals = table<'day' | 'week' | 'month' | 'year'>([
  ['day', 'يومين يومان'],
  ['week', 'اسبوعين اسبوعان'],
  ['month', 'شهرين شهران'],
  ['year', 'سنتين عامين'],
])

export const am = new Set('am صباحا صباح الصبح ص فجرا صبح'.split(' '))
export const pm = new Set('pm مساء المساء م ليلا عصرا العصر بعد_الظهر'.split(' '))
export const noon = new Set('ظهرا الظهر noon'.split(' '))
export const uncertain = new Set('مبدئيا مبدئي مبدئيه tbc tentative tentatively provisional provisionally tba unconfirmed'.split(' '))
