/**
 * What words of asking mean, across dialects, forms and both languages: «دز», «طرش», «أرسل» and "send" are one. Sentences are compared by these beside
 * their words, so that what was learned from one way of asking holds for the others. Data, and the finding of a word's forms.
 */
import { fold } from './fold.ts'
import { words } from './phrases.ts'
import { bare } from './tokens.ts'

/** Arabic words stand as the stem that is left without the letters of person and tense; whole forms are given where a stem would be too short. */
const said: [string, string][] = [
  [
    'want',
    'ابي ابغي ابغا ابا نبي نبغي نبغا ودي ودنا اريد نريد بغيت بغينا حاب حابين حابه نود اود نرغب ارغب بدي نحتاج احتاج محتاج want need like wish',
  ],
  [
    'show',
    'ذكرني ذكروني اعرض عرض ورني وريني وري شوف اشوف نشوف عطني عطنا اعطني اعطوني عطوني اظهر هات افتح show list display give see view open names اسماء قائمه',
  ],
  ['what', 'ماذا شنو شو وش ايش شفيه شصاير what whats which'],
  ['ma', 'ما'],
  ['min', 'من'],
  ['who', 'منو مين who whos whom anyone anybody somebody someone'],
  ['when', 'متي متا when whens'],
  ['where', 'وين اين where'],
  ['many', 'كم شكثر many'],
  ['how', 'كيف شلون how'],
  ['whether', 'هل يوجد هناك any'],
  [
    'not',
    "لا لم ليس ليست مو مب مش ماكو مافي بدون عدم بعدم ولا لن not no none nothing nil zero without don't dont haven't havent hasn't hasnt didn't didnt won't never",
  ],
  ['have', 'عندنا عندي لدينا لدي عند لدي صوبنا طرفنا have has got ours'],
  ['us', "our my we us i me mine we're we've i've جهتنا وزارتنا هيئتنا فعالياتنا فعاليتنا بلديتنا مؤسستنا عنا انا احنا نحن"],
  ['they', 'هم them they those اللي الذين'],
  [
    'organization',
    'جهه جهات وزاره وزارات هيئه هيئات مؤسسه مؤسسات بلديه بلديات ministry ministries organization organizations organisation organisations entity entities body bodies authority authorities',
  ],
  [
    'submit',
    'قدم تقديم سلم تسليم رفع ادخل دخل شارك submit submitted submits submission submissions submitting log logged logging enter entered entering register registered file filed report',
  ],
  ['send', 'ارسل رسل ارسال دز دزو دزوا دزينا طرش بعث ابعث send sent sending'],
  ['record', 'سجل سجلوا نسجل تسجيل دون كتب اكتب record'],
  [
    'answer',
    'رد ردو ردوا يرد يردون جاوب اجاب جواب استجاب مستجيب مستجيبه reply replied replies respond responded response answer answered answers heard hear responders',
  ],
  ['late', 'متاخر متاخره متاخرين متاخرون تاخر ناقص ناقصه باقي بقي تبقي late missing behind outstanding overdue remaining left laggards'],
  ['wait', 'انتظر ينتظر ينتظرون تنتظر بانتظار waiting wait pending queue await'],
  ['remind', 'ذكر تذكير تذكيرا نبه تنبيه تنبيها استعجل حث خبر remind reminder reminders reminding nudge chase ping poke prod follow'],
  ['all', 'كل الكل جميع كلهم للكل all everyone everybody everything'],
  ['now', 'الحين الان حالا now'],
  ['add', 'اضف اضيف ضيف اضافه حط حطو نحط ادرج ادراج ادخال add adding put include insert'],
  ['new', 'جديد جديده يديد يديده جدد new another'],
  [
    'change',
    'خل خلو خلوا خليه انتقل ينتقل غير تغيير تغير بدل عدل تعديل صحح صلح اصلح حدث تحديث نقل انقل اجل تاجيل تاجل تاجلت مدد تمديد قدموا change changed edit update amend modify correct fix move moved reschedule rescheduled postpone postponed delay shift push pushed swap alter extend bring chnage replace wrong غلط خطا',
  ],
  ['became', 'صار صارت يصير بيصير تصير اصبح instead بيكون بتكون'],
  [
    'cancel',
    'الغ الغي الغو الغاء ملغي ملغيه انلغي انلغت تكنسل كنسل احذف حذف شيل شيلو امسح مسح اشطب شطب اسحب سحب بطل اعتذر cancel cancelled canceled cancle remove removed delete withdraw withdrawn pull scrap drop off scrapped',
  ],
  ['activity', 'فعاليه فعاليات نشاط انشطه event events activity activities entry entries activty activites'],
  ['meeting', 'اجتماع اجتماعات اجتماعنا جتمع نجتمع meeting meetings meet meetng'],
  ['plan', 'مخطط المخطط خطه جدول رزنامه plan plans calendar calender schedule'],
  ['edition', 'اصدار نسخه edition editions'],
  [
    'compile',
    'جهز اعد اعداد اصدر اجمع جمع تجميع ثبت جمد حضر انشي كون اعتمد compile generate produce create freeze build assemble prepare finalise finalize issue lock publish',
  ],
  ['do', 'سوي نسوي سوو سووا do doing make making hold holding'],
  ['priority', 'اولويه اولويات اولوياتنا priority priorities prioritis'],
  [
    'focus',
    'ركز نركز تركيز ابرز نبرز محاور مواضيع اهم رساله رسايل رييسيه focus focusing highlight message messages theme themes topic topics main matters matter important',
  ],
  ['set', 'حدد تحديد ضع وضع رتب ترتيب set define order reorder'],
  ['until', 'ديدلاين ددلاين موعد موعده اخر نهايي لين حتي deadline due cutoff closing close closes last date'],
  ['holiday', 'عطله عطل اجازه اجازات رمضان عيد دوام شعبان شوال holiday holidays ramadan eid hijri'],
  ['join', 'انضم انضمام ينضم عضويه دخول join joined joining membership access admitted apply applied'],
  ['request', 'طلب طلبات request requests requested'],
  [
    'member',
    'عضو اعضاء موظف موظفين مسوول مسوولو مسوولي ضابط ضباط ممثل مثل member members officer officers roster person people colleague staff represents represent contact',
  ],
  [
    'review',
    'راجع اراجع مراجعه تراجع موافقه وافق قبل قبول اقبل انقبل review reviews reviewed approve approval approved accept accepted unreviewed',
  ],
  ['language', 'عربي عربيه بالعربي انجليزي انجليزيه بالانجليزي لغه تكلم كلم كلمني arabic english language speak talk'],
  [
    'help',
    'ساعد ساعدني مساعده اوامر استخدم استخدام شرح اشرح دليل طريقه تعامل help commands command use guide instructions bot البوت منسق munassiq program',
  ],
  ['can', 'تقدر تعرف يمكنك يمكن اقدر نقدر ممكن can could able'],
  ['thing', 'شي anything something thing'],
  ['status', 'حاله وضع شخبار وصل وصلت وصلتكم status happened gone'],
  ['period', 'شهر هالشهر شهور اسبوع هالاسبوع month week months weeks اليوم today فتره'],
  ['next', 'قادم مقبل جاي جايه ياي يايه جايه next upcoming coming'],
  ['place', 'مكان قاعه venue place hall'],
  ['ticket', 'تذكره تذاكر ticket'],
  ['time', 'وقت توقيت ساعه time hour'],
  ['title', 'عنوان اسم title name راعي patron typo'],
]
const concepts = new Map(said.flatMap(([name, list]) => words(list).map(w => [fold(w.replace(/_$/, '')), name] as const)))

/** The concept of a folded word, by itself or without the letters of person, tense and object; null where it has none. */
export function conceptOf(f: string): string | null {
  if (/^[a-z]/.test(f)) return concepts.get(f) ?? concepts.get(f.replace(/(?:'s|s|ed|ing)$/, '')) ?? null
  const forms = bare(f)
  for (const b of forms) {
    const own = concepts.get(b)
    if (own) return own
  }
  for (const b of forms) {
    const head = b.replace(/^(?:س|ب|ح)?[اينت]/, '')
    for (const w of [b, head]) {
      const tail = w.replace(/(?:نا|وا|تو|ته|تها|وها|وه|ها|هم|كم|ني|ون|ين|ات|ت|ه|و|ي|ا)$/, '')
      for (const x of [w, tail]) if (x.length > 2 && concepts.has(x)) return concepts.get(x) ?? null
    }
  }
  return null
}
