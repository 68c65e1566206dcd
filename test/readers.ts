/** Everything that reads what a person wrote, under its name: a text in, something out; and texts made of the words that the house knows. */

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addedIn } from '../src/actions/list.ts'
import { reasonIn } from '../src/activities/withdraw.ts'
import { wordingIn } from '../src/activities/wording.ts'
import { heardAttendance } from '../src/agenda/heard.ts'
import { heardAgenda } from '../src/agenda/heard-agenda.ts'
import { readBriefing } from '../src/agenda/read-briefing.ts'
import { linesSaid } from '../src/agenda/which-line.ts'
import { heard } from '../src/circulars/heard.ts'
import { commands } from '../src/commands.ts'
import { placeSaid, prioritiesNamed } from '../src/coverage/echo-said.ts'
import { figureIn, readFigure, stageIn } from '../src/coverage/evaluation-read.ts'
import { reachIn, totalIn } from '../src/coverage/facts.ts'
import { linksIn } from '../src/coverage/links.ts'
import { knownOf } from '../src/coverage/outlets.ts'
import { readCoverage } from '../src/coverage/read.ts'
import { saidOf } from '../src/coverage/said.ts'
import { choicesField, chosen, clean } from '../src/dialogue/fields.ts'
import { readLink } from '../src/dialogue/link.ts'
import { fieldsOf } from '../src/dialogue/questions.ts'
import { formatSaid, languageSaid } from '../src/exports/said.ts'
import { typedCommand } from '../src/heard.ts'
import { columnOf, columns, layOut } from '../src/imports/columns.ts'
import { readRow } from '../src/imports/row.ts'
import { nearness } from '../src/joint/alike.ts'
import { without } from '../src/joint/invite-form.ts'
import { normalRule } from '../src/meetings/rule.ts'
import { readRule } from '../src/meetings/rule-words.ts'
import { momentIn, monthNamed } from '../src/meetings/said.ts'
import { topicOf } from '../src/messages/about.ts'
import { find } from '../src/messages/find.ts'
import { sideOf } from '../src/messages/show.ts'
import type { Language } from '../src/model/people.ts'
import { builtInTracks } from '../src/model/training.ts'
import { named } from '../src/network/away.ts'
import { sought } from '../src/network/directory-find.ts'
import { nameSaid } from '../src/network/holiday-said.ts'
import { hoursIn } from '../src/network/hours.ts'
import { looksLikeRoster, readRoster } from '../src/network/roster-read.ts'
import { sectorsIn } from '../src/network/sectors.ts'
import { zoneIn } from '../src/network/settings.ts'
import { completeMessages, readMessages } from '../src/plan/key-messages.ts'
import { outlets } from '../src/sample/outlets.ts'
import { achievementsSaid } from '../src/stories/edition.ts'
import { asksWaiting, makesStory, storyIn } from '../src/stories/heads.ts'
import { toldIn } from '../src/stories/told.ts'
import { detailsIn } from '../src/support/fields.ts'
import { heardSupport, urgentIn } from '../src/support/heard.ts'
import { heardTraining } from '../src/training/heard.ts'
import { leavesNamed, leavesThis } from '../src/training/meant.ts'
import { absentIn, wantedIn } from '../src/training/named.ts'
import { personIn, trackIn } from '../src/training/read.ts'
import { amendsIn } from '../src/understanding/amend.ts'
import { invitedIn, makesEdition, referencesIn } from '../src/understanding/arguments.ts'
import { asksHelp, helpIn, requestIn, speaksOfHelp } from '../src/understanding/asks-help.ts'
import { byWords } from '../src/understanding/by-words.ts'
import { correctionIn } from '../src/understanding/corrections.ts'
import { fold } from '../src/understanding/fold.ts'
import { headOf } from '../src/understanding/heads.ts'
import { intentOf } from '../src/understanding/intent.ts'
import { labelOf } from '../src/understanding/labels.ts'
import { languageOf } from '../src/understanding/language.ts'
import { givesMinutes } from '../src/understanding/line-order.ts'
import { offersTraining, speaksOfSeats } from '../src/understanding/offers.ts'
import { isPastedCoverage } from '../src/understanding/pasted.ts'
import * as personSaid from '../src/understanding/person-said.ts'
import { messagesIn, placeIn, priorityIn } from '../src/understanding/priority-said.ts'
import { readDay, readMonth, readTime, readWhen } from '../src/understanding/read.ts'
import { remindersIn, stepsSaid } from '../src/understanding/reminders-said.ts'
import { settingNamed, settingsIn } from '../src/understanding/settings-said.ts'
import { steering } from '../src/understanding/steering.ts'
import * as steered from '../src/understanding/steering-words.ts'
import { elsewhere, smallTalk, talkOf } from '../src/understanding/talk.ts'
import { understand } from '../src/understanding/understand.ts'
import { which } from '../src/understanding/which.ts'
import { arabic } from '../src/understanding/words/arabic.ts'
import { english } from '../src/understanding/words/english.ts'
import { cases, organizations } from './dialogue/forms.ts'
import { lines } from './understanding/corpus.ts'
import { asking } from './voice.ts'

export type Reader = { name: string; read: (text: string) => unknown }

const languages: Language[] = ['ar', 'en']
const both = (name: string, read: (text: string, language: Language) => unknown): Reader[] =>
  languages.map(language => ({ name: `${name}, ${language}`, read: text => read(text, language) }))

const coverageReads = (l: Language) => ({ known: knownOf(outlets), region: 'BH', context: asking(l).context })

const understanding: Reader[] = [
  ...both('understand', (text, l) => understand(text, asking(l).context)),
  ...both('steering', steering),
  ...both('times', (text, l) => readWhen(text, asking(l).context)),
  ...both('a day', (text, l) => readDay(text, asking(l).context)),
  ...both('a time', (text, l) => readTime(text, asking(l).context)),
  ...both('a month', (text, l) => readMonth(text, asking(l).context)),
  { name: 'intent', read: intentOf },
  { name: 'language', read: languageOf },
  { name: 'talk', read: talkOf },
  { name: 'fold', read: fold },
  { name: 'which of several', read: which },
  { name: 'head', read: headOf },
  { name: 'which by its words', read: text => byWords(text, ['Book fair', 'أسبوع الصحة'], title => [title]) },
  {
    name: 'what messages are looked for',
    read: text => find(text, [{ topic: { ar: 'التقارير الائتمانية', en: 'Credit reports' }, priority: {}, text: { en: text } }]),
  },
  ...both('topic of a message', topicOf),
  ...both('coverage that is pasted', (text, l) => readCoverage(text, coverageReads(l))),
  ...both('what is said of coverage', (text, l) => saidOf(text, coverageReads(l))),
  { name: 'links', read: linksIn },
  { name: 'how many were reached', read: reachIn },
  { name: 'how many were reached in all', read: totalIn },
  { name: 'whether coverage is pasted', read: isPastedCoverage },
  ...both('wording for the edition', (text, l) => wordingIn(text, asking(l))),
  ...both('facts of a message', sideOf),
  ...both('who is invited', (text, l) => invitedIn(text, asking(l).context)),
  { name: 'references', read: referencesIn },
  { name: 'what is asked of training', read: heardTraining },
  { name: 'training that is offered', read: offersTraining },
  { name: 'a track', read: text => trackIn(text, builtInTracks) },
  {
    name: 'a colleague',
    read: text => personIn(text, [{ id: 'a', organizationId: 'o', name: { ar: 'د. مريم جاسم العلوي', en: 'Dr Maryam Jasim Alalawi' } }]),
  },
  {
    name: 'who is to have a seat',
    read: text =>
      wantedIn(text, [{ id: 'a', organizationId: 'o', name: { ar: 'د. مريم جاسم العلوي', en: 'Dr Maryam Jasim Alalawi' } }], () => true),
  },
  {
    name: 'who did not come',
    read: text =>
      absentIn(
        text,
        [{ id: 'a', organizationId: 'o', name: { ar: 'د. مريم جاسم العلوي', en: 'Dr Maryam Jasim Alalawi' } }],
        new Set(['a']),
      ),
  },
  { name: 'a seat that is spoken of', read: speaksOfSeats },
  { name: 'a workshop that is left', read: text => [leavesNamed(text), leavesThis(text, { title: { en: 'Podcast production' } }, '')] },
  { name: 'whether an edition is made', read: makesEdition },
  { name: 'why it is withdrawn', read: reasonIn },
  ...both('what a holiday is called', (text, l) => nameSaid(text, understand(text, asking(l).context).when)),
]

const organizationsOf = asking('en').context.names.organizations.map(o => ({ value: o.id, label: o.names[0] ?? '', also: o.names }))
const several = choicesField('partners', {
  label: 'activity.partners',
  ask: 'activity.askPartners',
  need: 'offered',
  options: () => organizationsOf,
})

/** A row of a list in which every cell holds the text. */
function row(text: string, language: Language) {
  const header = Object.values(columns).map(c => c.names[0] ?? '')
  const laid = layOut({
    name: 'x',
    lines: [
      { line: 1, cells: header },
      { line: 2, cells: header.map(() => text) },
    ],
  })
  const eye = { asking: asking(language), both: languages.map(asking), own: 'a', mayAll: false, priorities: [] }
  return laid?.rows.map(r => readRow(r, laid, eye))
}

const others: Reader[] = [
  { name: 'roster', read: readRoster },
  { name: 'whether it is a roster', read: looksLikeRoster },
  { name: 'command', read: typedCommand },
  { name: 'recurrence rule', read: normalRule },
  { name: 'zone', read: zoneIn },
  { name: 'what is stated of the settings', read: text => [settingsIn(text), settingNamed(text)] },
  { name: 'hours of work', read: hoursIn },
  ...both('a priority that is told', (text, l) => [priorityIn(text, asking(l).context), messagesIn(text), placeIn(text)]),
  { name: 'what is said of one person', read: personSaid.personIn },
  { name: 'steps of reminders', read: text => [remindersIn(text), stepsSaid(text)] },
  { name: 'what is added and dropped', read: amendsIn },
  { name: 'sectors', read: text => sectorsIn(text, asking('ar')) },
  { name: 'clean', read: clean },
  { name: 'a colleague', read: text => named(text, [{ id: 'a', name: { ar: 'هدى سالم', en: 'Huda Salem' } }]) },
  { name: 'without an organization', read: text => without(text, ['وزارة الصحة', 'Ministry of Health']) },
  { name: 'how near two titles are', read: text => nearness({ ar: text, en: text }, { ar: 'أسبوع الصحة', en: 'Book fair' }) },
  ...both('rule in words', (text, l) => readRule(text, asking(l).context)),
  ...both('key messages', readMessages),
  { name: 'a briefing', read: readBriefing },
  { name: 'whom of the directory', read: text => sought(text, { organizations, members: [], ownId: 'health', understood: null }) },
  { name: 'the head of a story', read: storyIn },
  { name: 'what is told of a story', read: toldIn },
  { name: 'whether a story is told', read: makesStory },
  { name: 'whether stories that wait are meant', read: asksWaiting },
  { name: 'whether achievements are meant', read: achievementsSaid },
  { name: 'a link', read: readLink },
  { name: 'what is said of coming', read: heardAttendance },
  ...both('what is done to an agenda', (text, l) => heardAgenda(text, asking(l).context)),
  ...both('whether a line is given minutes', (text, l) => givesMinutes(text, asking(l).context)),
  ...both('which line of an agenda', (text, l) =>
    linesSaid(
      text,
      [{ key: 'briefing:a', kind: 'briefing', organization: { en: 'Ministry of Health' }, title: { en: 'Book fair' } }],
      asking(l).context,
    ),
  ),
  ...both('which meeting', (text, l) => monthNamed(text, asking(l).context)),
  ...both('to when a meeting is moved', (text, l) =>
    momentIn(text, asking(l).context, Temporal.Instant.from('2027-01-03T10:00:00+03:00'), true),
  ),
  { name: 'what is corrected of a meeting', read: correctionIn },
  { name: 'a decision or an action by its head', read: text => labelOf(text) },
  { name: 'an action that a sentence adds', read: text => addedIn(text) },
  { name: 'what is wanted of support', read: heardSupport },
  { name: 'whether it is urgent', read: urgentIn },
  { name: 'whether help is asked for', read: asksHelp },
  { name: 'what help is named', read: text => helpIn(text) },
  { name: 'whether help is spoken of', read: speaksOfHelp },
  { name: 'the number of a request', read: requestIn },
  ...both('what help is for', (text, l) => detailsIn(text, asking(l))),
  ...both('what is asked of circulars', (text, l) => heard(text, asking(l).context)),
  { name: 'key messages completed', read: text => completeMessages([{ ar: 'الوقاية أولاً' }, { en: 'Ask early' }], text) },
  { name: 'language of a file', read: languageSaid },
  { name: 'format of a file', read: text => formatSaid(text, 'plan')?.key },
  { name: 'a header of a list', read: text => columnOf(text) },
  ...both('a row of a list', (text, l) => row(text, l)),
  ...both('a figure of what came of it', (text, l) => readFigure(text, asking(l).context)),
  { name: 'a figure', read: figureIn },
  { name: 'a stage of evaluation', read: stageIn },
  { name: 'which place among priorities', read: placeSaid },
  {
    name: 'which priority by its words',
    read: text => prioritiesNamed(text, [{ title: { ar: 'صحة الجميع', en: 'Health for all' }, narrative: {}, messages: [] }]),
  },
  { name: 'choice', read: text => chosen(text, organizationsOf) },
  ...both('choices', (text, l) => several.read(text, asking(l), {}, null)),
]

/** Of every form: each field in a person's own words, each of its inputs filled in, and the whole sentence. */
const forms: Reader[] = cases.flatMap(({ name, form, values, load }) => [
  ...fieldsOf(form).flatMap(({ name: field, field: f }) => [
    ...both(`${name}: ${field}`, (text, l) => f.read(text, asking(l), values, load)),
    ...both(`${name}: ${field}, filled`, (text, l) => {
      const made = f.inputs(values, asking(l), load)
      const answers = Object.fromEntries((Array.isArray(made) ? made : [made]).map(i => [i.id, i.kind === 'choices' ? [text, text] : text]))
      return f.filled?.(answers, asking(l), values, load)
    }),
  ]),
  ...both(`${name}: gather`, (text, l) => form.gather?.(text, asking(l), values, load)),
])

export const readers: readonly Reader[] = [...understanding, ...others, ...forms]

const written = (rows: Iterable<unknown>): string[] =>
  [...rows].flatMap(r =>
    typeof r === 'string' ? [r] : Array.isArray(r) ? written(r) : typeof r === 'object' && r !== null ? written(Object.values(r)) : [],
  )
/** What the project's own lists hold: words of times, of steering, of commands and of talk, in both languages. */
export const vocabulary: readonly string[] = [
  ...new Set([
    ...[arabic, english].flatMap(book =>
      Object.values(book).flatMap(rows =>
        rows.flatMap(([, w]) =>
          w
            .replace(/~/g, '')
            .split(' ')
            .map(x => x.replaceAll('_', ' ')),
        ),
      ),
    ),
    ...written(Object.values(steered)),
    ...written(commands),
    ...smallTalk,
    ...elsewhere,
    ...written(
      languages.flatMap(l => [
        asking(l).context.names.organizations.map(o => o.names),
        asking(l).context.names.venues,
        asking(l).context.names.cities,
      ]),
    ),
  ]),
].filter(w => w.length < 80)
const sentences = ['submissions.jsonl', 'dates.jsonl', 'intents.jsonl', 'lists.jsonl'].flatMap(f =>
  lines<{ text: string }>(f).map(l => l.text),
)

export const separators = [
  ' ',
  '',
  '\n',
  '\t',
  ', ',
  '، ',
  '؛',
  ';',
  ':',
  ' - ',
  '–',
  '/',
  '.',
  '. ',
  '?',
  '؟',
  '|',
  '(',
  ')',
  '"',
  '«',
  '»',
  "'",
  '@',
  '=',
  '+',
  '*',
  '•',
  '\r\n',
  '\u00a0',
  '\u200f',
  'و',
  'ال',
  ' و ',
  ' and ',
  ' to ',
  ' من ',
  ' إلى ',
]
export const digits = [
  '0',
  '1',
  '5',
  '10',
  '15',
  '29',
  '30',
  '31',
  '2026',
  '1448',
  '٠',
  '١',
  '٥',
  '١٤',
  '٢٠٢٦',
  '10:30',
  '14/12',
  '2026-12-14',
  '99999999999999999999',
  '1e9',
  '-1',
  '3.5',
  '۱۴',
]
const strange = [
  '\u0000',
  '\ud800',
  '\u202e',
  '\u2066',
  '\ufffd',
  '\ufeff',
  '🎉',
  '👩‍👩‍👧‍👦',
  '\u0640',
  '\u064b',
  'İ',
  'ß',
  'ﷺ',
  'ﻻ',
  '<script>',
  '{n}',
  '%s',
  '\\',
  '$&',
  '__proto__',
  'constructor',
  'name,email,organization\n',
  'h@x.example',
  'FREQ=MONTHLY;BYDAY=1SU',
  'a',
  'ا',
  'z\u0335',
]

export const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...vocabulary) },
  { weight: 3, arbitrary: fc.constantFrom(...digits) },
  { weight: 3, arbitrary: fc.constantFrom(...separators) },
  { weight: 1, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)
const mixed = fc.tuple(fc.array(fragment, { maxLength: 12 }), fc.constantFrom(...separators)).map(([some, by]) => some.join(by))
/** A sentence of an officer with something put into its middle. */
const spoiled = fc
  .tuple(fc.constantFrom(...sentences), fragment, fc.nat({ max: 200 }))
  .map(([s, f, n]) => `${s.slice(0, n % (s.length + 1))}${f}${s.slice(n % (s.length + 1))}`)
export const anyText = fc.oneof(
  { weight: 4, arbitrary: mixed },
  { weight: 2, arbitrary: spoiled },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
)
/** A few fragments, said again and again. */
export const pattern = fc
  .array(fragment, { minLength: 1, maxLength: 4 })
  .map(some => some.join(''))
  .filter(p => p.length > 0)
