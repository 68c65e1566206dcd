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
  ['us', "our my we us we're we've جهتنا وزارتنا هيئتنا فعالياتنا فعاليتنا بلديتنا مؤسستنا عنا احنا نحن"],
  ['mine', "my i me mine i've i'm im myself انا نفسي شخصيا عندي لي"],
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
  ['workshop', 'ورشه ورش ورشتي ورشتنا دوره دورات دورتي برنامج تدريبي workshop workshops course courses class classes session sessions'],
  [
    'train',
    'تدريب تدريبي تدريبيه تدريبات درب تدرب يتدرب مدرب مدربه مدربين متدرب متدربين تاهيل training train trained trainer trainers trainee trainees',
  ],
  [
    'enrol',
    'التحق التحاق مسجلين مسجل تسجيلاتي مقعد مقاعد مقعدي مقاعدي enrol enroll enrolled enrolment enrollment seat seats spot spots signup sign',
  ],
  ['certificate', 'شهاده شهادات شهاداتي سجلي سيره مسيرتي certificate certificates history transcript'],
  [
    'press',
    'صحافه صحف صحيفه جريده جرايد جرائد اعلام اعلامي اعلاميه اعلاميا صحفي صحفيه وسيله وسايل تلفزيون تلفزيوني اذاعه راديو قناه قنوات وكاله press media newspaper newspapers paper papers outlet outlets television tv radio channel agency journalist journalists journalism',
  ],
  [
    'covered',
    'تغطيه تغطيات غط غطت غطي غطوا نشر نشرت نشروا نشرته انتشر انتشرت كتب عنا انكتب مقال مقالات خبر رصد الرصد قصاصات قصاصه روابط رابط coverage cover covered covering published carried printed ran aired article articles clipping clippings clips mention mentions mentioned link links monitoring story picked',
  ],
  ['echo', 'صدي الصدي اصداء حصيله حصاد echo resonance'],
  [
    'figures',
    'ارقام احصاء احصاءات احصائيات نسبه رسم بياني مجموع اجمالي مقارنه قارن مقارن مقابل نتايج نتيجه numbers figures figure statistics stats total totals chart graph compare compared comparison percentage share versus against results',
  ],
  ['reach', 'وصول الوصول مشاهدات مشاهده متابع متابعين قراء جمهور reach audience views viewers readership impressions followers'],
  ['tone', 'نبره سلبي سلبيه ايجابي ايجابيه محايد tone negative positive neutral'],
  ['tale', 'قصه قصص قصتنا نجاح نجاحات انجاز انجازات انجازاتنا اثر success successes achievement achievements achieved impact'],
  ['quote', 'اقتباس اقتباسات شهادته quote quotes'],
  ['photo', 'صور صوره مصور مصوره مصورين تصوير كاميرا photographer photographers photography photo photos camera cameraman videographer'],
  ['translate', 'ترجمه ترجم مترجم مترجمه ترجموا translate translation translator translated interpreter'],
  ['stream', 'بث البث مباشر مونتاج فيديو livestream stream streaming live video'],
  ['spokesman', 'متحدث متحدثه متحدثين متحدثنا ناطق مذيع عريف spokesperson spokesman spokeswoman speaker host presenter'],
  [
    'crisis',
    'ازمه ازمات شايعه شايعات اشاعه اشاعات كاذبه مضلل عاجل طاري طارئ مستعجل crisis rumour rumours rumor rumors emergency urgent fake false',
  ],
  [
    'write',
    'صياغه صيغ صياغه تدقيق دقق لغوي بيان خبرا كلمه wording draft drafting proofread proofreading edit write writing release statement speech copy text',
  ],
  ['support', 'دعم الدعم اسناد مسانده support assist assistance backup'],
  ['duty', 'مناوب المناوب مناوبه مناوبين مناوبتي duty oncall shift'],
  ['contact', 'تواصل اتصال رقم هاتف ايميل بريد كلم نكلم اكلم احد contact contacts reach phone email e-mail call talk directory دليل'],
  [
    'away',
    'غايب غايبه غياب غيابي مسافر مسافره اجازه اجازتي خارج بديل بديلي بديله ينوب نيابه مكاني محلي away leave vacation absent absence travelling traveling delegate substitute deputy stand sub',
  ],
  ['forget', 'انس انسوا انسي احذفوني امسحوني بياناتي حسابي بيانات خصوصيه معلوماتي erase forget gdpr privacy personal account data'],
  ['agendum', 'بند بنود جدول اعمال محور agenda item items'],
  ['minutes', 'محضر محاضر قرار قرارات القرار minutes decision decisions decided'],
  ['task', 'مهمه مهام مهامنا تكليف تكليفات متابعه مطلوب action actions task tasks todo'],
  ['circular', 'تعميم تعاميم تعميما تعميمنا عمم اعمم نعمم circular circulars'],
  ['saying', 'نقول تقول نرد رسايل الرسايل رساله الحديث موحد say saying answer talking position line'],
  [
    'file',
    'ملف ملفات وورد اكسل اكسيل اكسلي تحميل تنزيل تصدير صدر csv file files excel word document sheet spreadsheet download export pdf docx xlsx',
  ],
  ['clash', 'تعارض تعارضات يتعارض تتعارض تضارب تصادم clash clashes conflict conflicts overlap overlaps collide'],
  ['gap', 'فجوه فجوات فراغ فراغات فاضي خالي gap gaps empty free nothing'],
  ['attend', 'حضور حضر احضر نحضر سنحضر حاضر حاضرين يحضر attend attending attendance attended attendees come coming'],
  [
    'invite',
    'دعوه دعوات ادع ادعوا اعزم اعزموا شريك شركاء شراكه مشترك مشتركه invite invitation invitations partner partners joint partnership',
  ],
  ['brief', 'احاطه احاطات عرض ايجاز موجز brief briefing briefings presentation'],
  ['sum', 'ملخص خلاصه اسبوعي موجز digest summary weekly recap'],
  ['thank', 'شكرا شكر مشكور مشكورين يعطيكم العافيه thanks thank appreciated'],
  ['open', 'افتح مفتوح مفتوحه معلق اغلق اغلاق انه انهي سكر كمل open close reopen closed finish done'],
  ['title', 'عنوان اسم title name راعي patron typo'],
]
const concepts = new Map<string, string[]>()
for (const [name, list] of said)
  for (const w of words(list)) {
    const f = fold(w.replace(/_$/, ''))
    const had = concepts.get(f)
    if (!had) concepts.set(f, [name])
    else if (!had.includes(name)) had.push(name)
  }

/** The concept of a folded word, by itself or without the letters of person, tense and object; null where it has none. */
export function conceptsOf(f: string): readonly string[] {
  if (/^[a-z]/.test(f)) return concepts.get(f) ?? concepts.get(f.replace(/(?:'s|s|ed|ing)$/, '')) ?? []
  const forms = bare(f)
  for (const b of forms) {
    const own = concepts.get(b)
    if (own) return own
  }
  for (const b of forms) {
    const head = b.replace(/^(?:س|ب|ح)?[اينت]/, '')
    for (const w of [b, head]) {
      const tail = w.replace(/(?:نا|وا|تو|ته|تها|وها|وه|ها|هم|كم|ني|ون|ين|ات|ت|ه|و|ي|ا)$/, '')
      for (const x of [w, tail]) if (x.length > 2 && concepts.has(x)) return concepts.get(x) ?? []
    }
  }
  return []
}
