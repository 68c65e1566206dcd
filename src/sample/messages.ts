/** What the sample network's message bank holds: messages by the themes of its priorities, and by two topics, with the facts behind them. */
import type { Bilingual } from '../model/people.ts'
import type { Theme } from './priorities.ts'

export type WrittenMessage = {
  /** The priority it serves, or the topic it belongs to. */
  about: Theme | Required<Bilingual>
  text: Required<Bilingual>
  /** In both languages, as a person would write them: «العربية | English». */
  facts: string | null
  source: string | null
  /** Days from today until its last day; null: it holds until it is retired. */
  days: number | null
  /** Proposed by a member, by handle, and not yet approved. */
  proposedBy?: string
}

const credit = { ar: 'التقارير الائتمانية', en: 'Credit reports' }
const data = { ar: 'حماية البيانات الشخصية', en: 'Personal data protection' }

export const messages: WrittenMessage[] = [
  {
    about: credit,
    text: {
      ar: 'يحق لكل مواطن ومقيم الاطلاع على تقريره الائتماني مجاناً مرة كل عام.',
      en: 'Every citizen and resident may see their own credit report free of charge once a year.',
    },
    facts:
      'الخدمة متاحة عبر التطبيق الموحد، ويصدر التقرير في أقل من دقيقة. | The service is in the unified app, and a report takes less than a minute.',
    source: 'دليل الخدمات الحكومية | Guide to government services',
    days: null,
  },
  {
    about: credit,
    text: {
      ar: 'التقرير الائتماني يساعدكم على الاقتراض المسؤول، ولا يُطلع عليه أحد إلا بموافقتكم.',
      en: 'A credit report helps you borrow responsibly, and nobody sees it without your consent.',
    },
    facts: 'يُسجل المقرضون موافقة قبل كل استعلام. | Lenders record a consent before each enquiry.',
    source: 'لائحة المعلومات الائتمانية | Credit information regulations',
    days: 150,
  },
  {
    about: data,
    text: {
      ar: 'لا تطلب أي جهة حكومية كلمة السر أو رمز التحقق عبر الهاتف أو الرسائل.',
      en: 'No government organization asks for a password or a verification code by phone or message.',
    },
    facts: 'لا تتضمن إجراءات الخدمات أي طلب لكلمات السر. | No procedure of a service asks for a password.',
    source: 'سياسة أمن المعلومات | Information security policy',
    days: null,
  },
  {
    about: data,
    text: {
      ar: 'بياناتكم تُجمع لغرض الخدمة وحدها، ويمكنكم طلب تصحيحها في أي وقت.',
      en: 'Your data are collected for the service alone, and you may ask for their correction at any time.',
    },
    facts: null,
    source: null,
    days: 200,
  },
  {
    about: 'digital',
    text: {
      ar: 'أكثر من مئة خدمة حكومية تُنجز اليوم من الهاتف من دون مراجعة.',
      en: 'More than a hundred government services are completed on the phone today, without a visit.',
    },
    facts: '١١٢ خدمة مكتملة رقمياً حتى نهاية الشهر الماضي. | 112 services are fully digital as of the end of last month.',
    source: 'التقرير الفصلي للخدمات الرقمية | Quarterly report on digital services',
    days: 20,
  },
  {
    about: 'health',
    text: {
      ar: 'دقائق من الفحص تطمئنكم على صحتكم وصحة من تحبون.',
      en: 'A check of a few minutes puts your mind at rest about your health and that of those you love.',
    },
    facts: 'الكشف المبكر مجاني في كل مركز صحي ومن دون موعد. | Early screening is free at every health centre, without an appointment.',
    source: 'إدارة الصحة العامة | Public health directorate',
    days: 90,
  },
  {
    about: 'youth',
    text: {
      ar: 'مقاعد التدريب مفتوحة، والأولوية لمن يسجل أولاً.',
      en: 'Places in the training programmes are open, and go to those who register first.',
    },
    facts: null,
    source: null,
    days: 60,
  },
  {
    about: 'tourism',
    text: {
      ar: 'موسم هذا العام للعائلات: فعاليات كل أسبوع في كل المحافظات.',
      en: 'This year’s season is for families: something every week in every governorate.',
    },
    facts: 'البرنامج منشور على بوابة السياحة ويُحدّث أسبوعياً. | The programme is on the tourism portal and is updated weekly.',
    source: 'هيئة السياحة | Tourism authority',
    days: 75,
  },
  {
    about: 'sustainability',
    text: {
      ar: 'نزرع اليوم ليستظل أبناؤنا غداً: شتلة لكل بيت يطلبها.',
      en: 'We plant today for our children’s shade tomorrow: a seedling for every home that asks.',
    },
    facts: 'تُوزع الشتلات في مشاتل البلديات في أيام العمل. | Seedlings are handed out at municipal nurseries on working days.',
    source: 'برنامج التشجير | Afforestation programme',
    days: 120,
  },
  {
    about: 'skills',
    text: {
      ar: 'التدريب المهني يختصر الطريق إلى الوظيفة الأولى.',
      en: 'Vocational training shortens the way to a first job.',
    },
    facts: null,
    source: null,
    days: null,
    proposedBy: 'youth',
  },
]
