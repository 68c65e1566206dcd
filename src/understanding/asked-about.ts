/** What a text asks about by its name: "when is the youth forum?", «ابحث عن المتحف», "activities about water". Whether anything is called so, only the data know. Pure. */
import { fold } from './fold.ts'

/** `search`: it is looked for in so many words, and to find nothing is an answer too. */
export type AskedAbout = { about: string; search: boolean }

/** Every way of saying some words one after the other; alternatives stand between strokes, and an empty one may be left out. */
const ways = (...groups: string[]): string[] =>
  groups.reduce<string[]>((all, group) => all.flatMap(a => group.split('|').map(word => [a, word.trim()].filter(Boolean).join(' '))), [''])
/** Longest first: the opening that says most is the one that was used. */
const folded = (phrases: string[]): string[] => [...new Set(phrases.map(fold))].filter(Boolean).sort((a, b) => b.length - a.length)

const polite = folded([
  ...ways('please|kindly|hi|hello|ok|do you know|can you|could you|would you|can i|could i'),
  ...ways("i want to|i need to|i would like to|i'd like to", 'know|see|ask'),
  ...ways('لو سمحت|لو سمحتم|لو سمحتوا|من فضلك|من فضلكم|يرجى|الرجاء|ممكن|هل يمكن|هل يمكنني|تعرف|تعرفون|يا ريت'),
  ...ways('أبي|أبغى|أريد|أود|ودي|نبي|نريد', 'أعرف|أن أعرف|أشوف|أن أرى|نعرف'),
])
const be = 'is|are|was|were|will|does|do|did'
const questions = folded([
  // When, where, at what time.
  ...ways('when|where|what time|what day|which day', `${be}|exactly is`),
  ...ways("when's|where's|what's|what is|what are|what was|what do we know about|is there anything about|anything about"),
  ...ways(
    'متى|وين|أين|فين|في أي ساعة|في أي يوم|أي يوم',
    '|موعد|تاريخ|مكان|يكون|تكون|يبدأ|تبدأ|يقام|تقام|سيقام|ستقام|ينعقد|تنعقد|يعقد|تعقد|يصير|تصير|بيصير|بتصير|هو|هي',
  ),
  ...ways('ما|شنو|وش|ايش|شو', '|هو|هي', 'موعد|تاريخ|مكان|وقت|تفاصيل'),
  // Who is behind it.
  ...ways(
    'who|who is|who are|who was|whos',
    'owns|runs|running|organises|organizes|organising|organizing|organised|organized|holds|holding|hosts|hosting|behind|responsible for|in charge of|leading|leads|submitted|opens|opening|the owner of',
  ),
  ...ways(
    'من|منو|مين',
    '|هو|هي',
    'المسؤول عن|مسؤول عن|مسؤول|صاحب|صاحبة|ينظم|بينظم|يقيم|قدم|اللي مقدم|اللي عنده|وراء|ورا|الجهة المسؤولة عن|يفتتح',
  ),
  ...ways('أي جهة|ما الجهة التي|أي الجهات', 'تنظم|مسؤولة عن|المسؤولة عن|صاحبة'),
  // To see it.
  ...ways(
    'show|open|give|tell|display|read|send',
    '|me|us',
    '|more|all|everything',
    '|details of|details about|the details of|information on|information about|about|of',
  ),
  ...ways('details|information|info|more', 'of|on|about'),
  ...ways('افتح|افتحوا|اعرض|اعرضوا|أرني|ورني|وريني|أظهر|عطني|أعطني|عطوني|أعطوني', '|لي', '|تفاصيل|معلومات عن'),
  ...ways('تفاصيل|معلومات عن|حدثني عن|أخبرني عن|أخبروني عن|قولي عن|ماذا عن|وش عن|شنو عن'),
])
const searches = folded([
  ...ways('search|search the plan|look|find|find me', '|for|up', '|the|an|any', '|activities|events|anything', '|about|on'),
  ...ways(
    '|what|which|any|all|list|show me|are there any|is there any',
    'activities|events|activity|event',
    'about|concerning|related to|regarding|to do with|on the subject of',
  ),
  ...ways('ابحث|ابحثوا|بحث|دور|دوروا|فتش', '|لي', 'عن|في المخطط عن', '|فعالية عن|فعاليات عن|شي عن'),
  ...ways(
    '|ما|ماهي|ما هي|شنو|وش|ايش|كل|هل هناك|هل توجد|فيه|اعرض',
    'فعاليات|الفعاليات|فعالية|أنشطة',
    'عن|حول|تخص|بخصوص|بشأن|المتعلقة ب|تتناول',
  ),
])
const before = folded(['the', 'our', 'their', 'a', 'an', 'of'])
const after = folded([
  ...ways(
    '|be|being',
    'held|taking place|take place|happening|happen|planned|scheduled|starting|start|starts|begin|begins|on|be|going to be',
  ),
  ...ways('راح|سوف|', 'يكون|تكون|يقام|تقام|يبدأ|تبدأ|بالضبط'),
])

const without = (said: string, openings: readonly string[]): string | null => {
  const opening = openings.find(o => said.startsWith(`${o} `))
  return opening === undefined ? null : said.slice(opening.length).trim()
}
const endOf = (name: string): string | undefined => after.find(a => name.endsWith(` ${a}`))
/** The name itself: neither an article before it nor what is asked of it behind. */
function named(rest: string): string {
  let name = rest
  for (let less = without(name, before); less; less = without(name, before)) name = less
  for (let end = endOf(name); end; end = endOf(name)) name = name.slice(0, -end.length).trim()
  return name
}

/** Longer than a question about a title is; characters. */
const longest = 140

export function askedAbout(text: string): AskedAbout | null {
  if (text.length > longest || text.trim().includes('\n')) return null
  let said = fold(text)
    .replace(/[?؟.!…،,\s]+$/u, '')
    .replace(/[\s،,]+/gu, ' ')
    .trim()
  for (let less = without(said, polite); less; less = without(said, polite)) said = less
  const [sought, asked] = [without(said, searches), without(said, questions)]
  const rest = sought ?? asked
  const about = rest && named(rest)
  return about && about.length > 1 ? { about, search: sought !== null } : null
}
