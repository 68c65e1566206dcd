/** The words by which a sentence says what is presented, by whom and how long; folded. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

export const minuteWords = set('minute minutes min mins دقيقه دقايق دقيقتين دقيقتان')
export const hourWords = set('hour ساعه')
export const shares = new Map([
  ['ربع', 15],
  ['quarter', 15],
  ['ثلث', 20],
  ['third', 20],
  ['نصف', 30],
  ['نص', 30],
  ['half', 30],
])
export const tens = set('عشر عشره')
/** Words before a length that belong to it. */
export const beforeLength = set(
  'for about only around takes take lasting long a an of لمده مدته مدتها مده بمده حوالي نحو في خلال تستغرق يستغرق',
)
export const afterLength = set('slot long فقط only please')

export const titles = set(
  'dr mr mrs ms eng prof he hh sheikh sheikha د م ا أ الدكتور الدكتوره دكتور دكتوره المهندس المهندسه الاستاذ الاستاذه السيد السيده معالي سعاده الشيخ الشيخه',
)
export const presents = [
  'presented by',
  'delivered by',
  'given by',
  'the presenter is',
  'presenter is',
  'the presenter will be',
  'presenter will be',
  'the presenter',
  'presenter',
  'the speaker is',
  'speaker is',
  'speaker',
  'by',
  'يقدمه',
  'تقدمه',
  'يقدمها',
  'تقدمها',
  'سيقدمه',
  'ستقدمه',
  'سيقدمها',
  'ستقدمها',
  'ويقدمه',
  'وتقدمه',
  'وسيقدمه',
  'وستقدمه',
  'ويقدمها',
  'وتقدمها',
  'يلقيه',
  'تلقيه',
  'يعرضه',
  'تعرضه',
  'مقدم العرض',
  'مقدمه العرض',
  'المقدم',
  'المقدمه',
  'بتقديم',
].map(p => p.split(' '))
export const willPresent = [
  'will present',
  'is going to present',
  'would like to present',
  'wants to present',
  'سيقدم',
  'ستقدم',
  'سيعرض',
  'ستعرض',
].map(p => p.split(' '))
export const named = [
  'titled',
  'entitled',
  'called',
  'the title is',
  'title is',
  'title',
  'the topic is',
  'topic is',
  'topic',
  'بعنوان',
  'العنوان',
  'عنوانه',
  'الموضوع',
  'موضوعه',
].map(p => p.split(' '))
export const leads = [
  'briefing about',
  'briefing on',
  'presentation about',
  'presentation on',
  'presentation of',
  'brief the network on',
  'brief everyone on',
  'brief you on',
  'brief the meeting on',
  'brief members on',
  'to present',
  'present',
  'presenting',
  'to showcase',
  'showcase',
  'about',
  'on',
  'regarding',
  'عرض موجز عن',
  'عرض موجز حول',
  'عرض عن',
  'عن',
  'حول',
  'بشان',
  'بخصوص',
  'لعرض',
  'نعرض',
  'لاستعراض',
  'نستعرض',
  'للتعريف',
].map(p => p.split(' '))
/** Nobody's name, though it may follow "by". */
export const noNames = set(
  'we us our i the a an next december january february march april may june july august september october november email us phone',
)
export const we = set('we i us our they who somebody someone it that and نحن انا و نريد نرغب')
