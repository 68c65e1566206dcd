/** What the sample network wants heard: three priorities for this month, three for the next, with their key messages. */
import type { Bilingual } from '../model/people.ts'

/** What an activity speaks of; each theme is the subject of one priority. */
export type Theme = 'digital' | 'health' | 'youth' | 'tourism' | 'sustainability' | 'skills'

export type WrittenPriority = {
  theme: Theme
  /** 0: this month; 1: the next. */
  month: 0 | 1
  rank: number
  title: Required<Bilingual>
  narrative: Required<Bilingual>
  messages: Required<Bilingual>[]
}

export const priorities: WrittenPriority[] = [
  {
    theme: 'digital',
    month: 0,
    rank: 1,
    title: { ar: 'خدمات حكومية رقمية أقرب إلى الناس', en: 'Digital government services, closer to people' },
    narrative: {
      ar: 'تنتقل الخدمات الأكثر استخداماً إلى الهاتف، وتنجز من دون مراجعة ولا أوراق.',
      en: 'The services people use most are moving to the phone, without visits or paper.',
    },
    messages: [
      {
        ar: 'خدماتكم الحكومية بين أيديكم في أي وقت ومن أي مكان.',
        en: 'Your government services are at hand, at any time and from anywhere.',
      },
      { ar: 'بياناتكم محمية، ولا تطلب منكم مرتين.', en: 'Your data are protected, and you are not asked for them twice.' },
      {
        ar: 'ملاحظات المستفيدين هي نقطة البداية في تطوير كل خدمة.',
        en: 'Every improvement starts from what people who use the service tell us.',
      },
    ],
  },
  {
    theme: 'health',
    month: 0,
    rank: 2,
    title: { ar: 'الوقاية تبدأ منا', en: 'Prevention begins with us' },
    narrative: {
      ar: 'الكشف المبكر والتطعيم ونمط الحياة الصحي مسؤولية نتقاسمها.',
      en: 'Early screening, vaccination and healthy habits are a responsibility we share.',
    },
    messages: [
      { ar: 'الفحص المبكر يستغرق دقائق ويجنبكم سنوات من العلاج.', en: 'An early check takes minutes and can spare years of treatment.' },
      { ar: 'التطعيمات الموسمية متاحة مجاناً في جميع المراكز الصحية.', en: 'Seasonal vaccines are free at every health centre.' },
    ],
  },
  {
    theme: 'youth',
    month: 0,
    rank: 3,
    title: { ar: 'الشباب شركاء في التنمية', en: 'Young people as partners in development' },
    narrative: {
      ar: 'نتيح للشباب فرص التدريب والعمل والمشاركة في صنع القرار.',
      en: 'Training, work and a part in decisions are open to young people.',
    },
    messages: [
      {
        ar: 'لكل فكرة شبابية جهة تستمع إليها وترعاها.',
        en: 'Every idea from young people has somebody who listens to it and supports it.',
      },
      { ar: 'برامج التدريب مفتوحة للجميع من عمر ١٥ إلى ٣٥ عاماً.', en: 'The training programmes are open to everyone aged 15 to 35.' },
    ],
  },
  {
    theme: 'tourism',
    month: 1,
    rank: 1,
    title: { ar: 'وجهة سياحية على مدار العام', en: 'A destination for the whole year' },
    narrative: {
      ar: 'التراث والمعارض والفعاليات العائلية ترفع إنفاق الزوار وتدعم المؤسسات الصغيرة.',
      en: 'Heritage, exhibitions and family events bring visitors and support small businesses.',
    },
    messages: [
      {
        ar: 'ضيافتنا هي أول ما يراه الزائر وآخر ما ينساه.',
        en: 'Our hospitality is the first thing visitors see and the last they forget.',
      },
      { ar: 'كل موسم سياحي يفتح فرصاً جديدة للمشروعات المحلية.', en: 'Every season opens new opportunities for local businesses.' },
      { ar: 'تراثنا حي، ويمكنكم أن تعيشوه معنا.', en: 'Our heritage is alive, and you can live it with us.' },
    ],
  },
  {
    theme: 'sustainability',
    month: 1,
    rank: 2,
    title: { ar: 'موارد مستدامة لأجيال قادمة', en: 'Sustainable resources for the next generations' },
    narrative: {
      ar: 'الماء والطاقة والبحر ثروات نحفظها بالترشيد والتشجير والنقل النظيف.',
      en: 'Water, energy and the sea are kept by careful use, planting and clean transport.',
    },
    messages: [
      { ar: 'كل قطرة ماء نوفرها اليوم حق لأبنائنا غداً.', en: 'Each drop of water saved today belongs to our children tomorrow.' },
      { ar: 'التشجير مشروع وطني يشارك فيه كل بيت ومدرسة.', en: 'Planting trees is a national project for every home and school.' },
    ],
  },
  {
    theme: 'skills',
    month: 1,
    rank: 3,
    title: { ar: 'تعليم ومهارات لسوق العمل', en: 'Education and skills for work' },
    narrative: {
      ar: 'نربط التعليم والتدريب بما تطلبه الوظائف اليوم وغداً.',
      en: 'Education and training are tied to what jobs ask for today and tomorrow.',
    },
    messages: [
      { ar: 'مهارة جديدة كل عام تفتح باباً جديداً في العمل.', en: 'A new skill each year opens a new door at work.' },
      { ar: 'المعلم هو أساس كل تطوير في التعليم.', en: 'Teachers are the foundation of every improvement in education.' },
      { ar: 'التدريب المهني طريق إلى وظائف مستقرة ومجزية.', en: 'Vocational training leads to steady and well-paid work.' },
    ],
  },
]
