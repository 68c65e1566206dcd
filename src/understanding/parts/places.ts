/** Words of places: nouns that begin or end the name of one, and places that are no building. Data alone. */
import { wordSet } from '../phrases.ts'

/** Arabic nouns that begin the name of a place. */
export const arabicPlaces = wordSet(
  `مركز مسرح قاعه فندق متحف مجمع جامعه كليه مبني حديقه مشتل ساحه نادي مدرسه مستشفي استاد ستاد ديوان مكتبه اكاديميه صاله حلبه جزيره جزر شارع سوق قصر قلعه
   ميدان مطار ميناء مقر معهد كورنيش منتجع برج بيت دار مدينه منتزه واجهه محميه محافظه جامع مسجد مدرج ملعب قريه وزاره هيئه بلديه غرفه بورصه مزرعه شاطئ
   شاطي حرم مجلس مول ممشي محطه مصنع محطه قبه حصن مرفا فرع مكتب عياده مختبر مشفي رحاب ارض مضمار مركبات نفق جسر بحيره وادي جبل صحراء حي منطقه
   روضه مسبح مخيم خيمه دوار مجلس سفاره استوديو غاليري معمل بنك مصرف مؤسسه جمعيه صندوق متنزه بوابه مرسي قناه مترو خليج ساحل حلبه ثانويه سكن مسارح
   ايوان موقف مواقف مقهي مطعم طريق باب مستودع مبنا دانه بهو ردهه فناء سينما كافيه صالون مسبح مغاره باحه رواق هوره ساحات بلازا مضافه قبه جناح متحف ميناء اوديتوريوم ديوانيه مزارع محكمه`,
)
/** Plurals that take «جميع», "all". */
export const placePlurals = wordSet(
  `مدارس مراكز محافظات مكتبات فروع مساجد جوامع مجمعات مستشفيات جامعات كليات مناطق مدن قري اسواق حدائق منافذ مولات بلديات مقار معاهد شواطئ انديه محطات
   schools centres centers governorates libraries branches mosques malls hospitals universities colleges regions cities markets parks outlets stores campuses
   airports stations clinics offices beaches clubs ministries`,
)
/** English nouns that end the name of a place, or are one. */
export const englishPlaces = wordSet(
  `centre center hall hotel theatre theater museum mall university college school hospital park garden gardens stadium fort palace academy library club
   building headquarters hq tower complex circuit airport port harbour harbor marina beach corniche island islands street square plaza village town city
   ministry authority campus auditorium arena mosque house bay track gate souq souk market ground grounds reserve resort institute diwan gallery studio
   station walk promenade district governorate farm ballroom lounge boardroom room office offices venue courtyard amphitheatre clinic majlis society embassy
   court courthouse hangar warehouse terminal annex wing jetty pier oasis desert island coast shore seafront roundabout tent marquee foyer lobby atrium cinema cineplex ballpark rink avenue road highway boulevard lab laboratory home homes ward pool shelter gym plaza kiosk cafe restaurant
   chamber exchange bridge causeway dam valley camp centres venues pavilion expo dome yard waterfront residence foundation bank factory smelter plant site gates entrance zone hub field premises racecourse`,
)
/** Words of a channel or platform on which something is held; Arabic ones begin the name. */
export const platforms = wordSet(
  `قناه تلفزيون اذاعه راديو منصه انستغرام انستقرام انستجرام تويتر اكس يوتيوب فيسبوك سناب تيك زوم تيمز شاشه شبكه موقع حساب
   tv television radio channel zoom teams webex skype youtube instagram ig insta twitter x facebook linkedin tiktok snapchat air spaces meet website page account`,
)
