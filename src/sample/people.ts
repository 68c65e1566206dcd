/** The sample network's people: invented, with names as they are given in the Gulf. */
import type { Bilingual, Language, Role } from '../model/people.ts'

export type SampleMember = {
  handle: string
  /** Handle of the organization. */
  organization: string
  name: Bilingual
  email: string
  roles: Role[]
  language: Language
}

type Named = [ar: string, en: string]

const members: Record<string, Named[]> = {
  health: [
    ['د. مريم جاسم العلوي', 'Dr Maryam Jasim Alalawi'],
    ['يوسف أحمد الدوسري', 'Yusuf Ahmed Aldoseri'],
    ['زينب حسن المرزوق', 'Zainab Hasan Almarzooq'],
  ],
  egov: [
    ['فاطمة علي الجودر', 'Fatima Ali Aljowder'],
    ['محمد خالد البنعلي', 'Mohamed Khalid Albinali'],
    ['سارة إبراهيم العصفور', 'Sara Ebrahim Alasfoor'],
  ],
  youth: [
    ['عبدالله راشد السليطي', 'Abdulla Rashid Alsulaiti'],
    ['نورة سلمان الكعبي', 'Noora Salman Alkaabi'],
  ],
  tourism: [
    ['ليلى عيسى الخاجة', 'Layla Isa Alkhaja'],
    ['حمد ناصر الفضالة', 'Hamad Nasser Alfadhala'],
    ['ريم طارق الشروقي', 'Reem Tariq Alshirooqi'],
  ],
  education: [
    ['أمينة يوسف الحمادي', 'Ameena Yusuf Alhammadi'],
    ['سلمان عبدالرحمن المالكي', 'Salman Abdulrahman Almalki'],
  ],
  interior: [
    ['النقيب عمر سعد الهاجري', 'Captain Omar Saad Alhajri'],
    ['هدى محمود البستكي', 'Huda Mahmood Albastaki'],
  ],
  works: [
    ['م. علي حسين الصفار', 'Ali Husain Alsaffar'],
    ['شيخة مبارك الرميحي', 'Shaikha Mubarak Alrumaihi'],
  ],
  finance: [
    ['خالد وليد الزياني', 'Khalid Waleed Alzayani'],
    ['دانة فيصل المؤيد', 'Dana Faisal Almoayyed'],
    ['جاسم محمد القحطاني', 'Jasim Mohamed Alqahtani'],
  ],
  municipalities: [
    ['منى جعفر العرادي', 'Muna Jaafar Alaradi'],
    ['بدر سالم المهندي', 'Bader Salem Almohannadi'],
  ],
  environment: [
    ['عائشة عبدالعزيز النعيمي', 'Aysha Abdulaziz Alnuaimi'],
    ['فهد منصور العجمي', 'Fahad Mansoor Alajmi'],
  ],
  labour: [
    ['حسن عبدالنبي الماجد', 'Hasan Abdulnabi Almajed'],
    ['لطيفة صالح البوفلاسة', 'Lateefa Saleh Albuflasa'],
  ],
  culture: [
    ['هيا عدنان القصيبي', 'Haya Adnan Algosaibi'],
    ['إبراهيم سعيد الذوادي', 'Ebrahim Saeed Althawadi'],
    ['غادة كمال المحروس', 'Ghada Kamal Almahroos'],
  ],
}

/** Organizations whose people the bot addresses in English. */
const inEnglish = new Set(['health', 'tourism'])

const person = (handle: string, organization: string, [ar, en]: Named, roles: Role[], language: Language): SampleMember => ({
  handle,
  organization,
  name: { ar, en },
  email: `${handle}@munassiq.example`,
  roles,
  language,
})

/** Everybody: the first member of an organization has its handle, the others its handle and a number. */
export const people: SampleMember[] = [
  person('centre', 'centre', ['نوف عبداللطيف الأنصاري', 'Noof Abdullatif Alansari'], ['coordinator'], 'ar'),
  person('centre-2', 'centre', ['طلال جمال البلوشي', 'Talal Jamal Albalooshi'], ['coordinator'], 'ar'),
  person('admin', 'centre', ['وائل حمزة الشهابي', 'Wael Hamza Alshehabi'], ['admin'], 'ar'),
  person('observer', 'centre', ['منيرة بدر الغانم', 'Muneera Bader Alghanim'], ['observer'], 'ar'),
  ...Object.entries(members).flatMap(([organization, names]) =>
    names.map((name, at) =>
      person(
        at === 0 ? organization : `${organization}-${at + 1}`,
        organization,
        name,
        ['member'],
        inEnglish.has(organization) ? 'en' : 'ar',
      ),
    ),
  ),
]
