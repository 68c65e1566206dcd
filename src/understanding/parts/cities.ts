/** Cities that officers go to, beside those the network gives: of the Gulf, of the Arab countries, and where the world meets. Data alone; an underscore joins the words of one name. */
import { words } from '../phrases.ts'

const gulf = `الرياض جدة الدمام الخبر مكة المدينة_المنورة مكة_المكرمة الطائف أبها تبوك حائل نجران ينبع الجبيل الأحساء القطيف العلا الدرعية الظهران نيوم الكويت
   مدينة_الكويت الجهراء حولي الأحمدي الفروانية السالمية الدوحة لوسيل الريان الوكرة الخور دبي أبوظبي أبو_ظبي الشارقة عجمان رأس_الخيمة الفجيرة أم_القيوين
   العين مسقط صحار صلالة نزوى البريمي المنامة المحرق
   Riyadh Jeddah Dammam Khobar Dhahran Makkah Mecca Madinah Medina Taif Abha Tabuk AlUla Diriyah Jubail Yanbu Neom Kuwait Kuwait_City Jahra Hawalli Salmiya Doha
   Lusail Al_Rayyan Wakra Dubai Abu_Dhabi Sharjah Ajman Ras_Al_Khaimah Fujairah Al_Ain Muscat Sohar Salalah Nizwa Manama Muharraq`

const arab = `عمّان القاهرة الإسكندرية شرم_الشيخ الجيزة بيروت بغداد أربيل البصرة دمشق صنعاء عدن الخرطوم تونس الجزائر الرباط مراكش الدار_البيضاء طنجة نواكشوط
   Amman Cairo Alexandria Sharm_El_Sheikh Beirut Baghdad Erbil Basra Damascus Aden Khartoum Tunis Algiers Rabat Marrakech Marrakesh Casablanca Tangier
   Nouakchott`

const world = `جنيف نيويورك واشنطن لندن باريس بروكسل فيينا روما ميلانو مدريد برشلونة لشبونة برلين ميونخ فرانكفورت لاهاي أمستردام زيورخ دافوس كوبنهاغن ستوكهولم
   أوسلو أثينا موسكو إسطنبول اسطنبول أنقرة باكو طشقند نيودلهي دلهي مومباي إسلام_أباد كراتشي بكين شنغهاي هونغ_كونغ طوكيو أوساكا سيول سنغافورة كوالالمبور جاكرتا
   بانكوك سيدني نيروبي أديس_أبابا كيب_تاون تورونتو مونتريال
   Geneva New_York Washington London Paris Brussels Vienna Rome Milan Madrid Barcelona Lisbon Berlin Munich Frankfurt The_Hague Amsterdam Zurich Davos
   Copenhagen Stockholm Oslo Athens Moscow Istanbul Ankara Baku Tashkent New_Delhi Delhi Mumbai Islamabad Karachi Beijing Shanghai Hong_Kong Tokyo Osaka Seoul
   Singapore Kuala_Lumpur Jakarta Bangkok Sydney Nairobi Addis_Ababa Cape_Town Toronto Montreal`

export const farCities: readonly string[] = words(`${gulf} ${arab} ${world}`).map(c => c.replaceAll('_', ' '))
