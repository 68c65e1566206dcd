/** The forms of a story: telling one, wording it anew, returning it with a note. */
import * as activitiesDb from '../../db/activities.ts'
import * as storiesDb from '../../db/stories.ts'
import { boundsOf } from '../activities/when.ts'
import { choiceField, inOther, monthField, textField } from '../dialogue/fields.ts'
import { type Choice, type Field, form, type Values } from '../dialogue/form.ts'
import { longestLink, readLink } from '../dialogue/link.ts'
import { notice, onlyFor, text, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { isolate, type Said, type Speak } from '../locales/speak.ts'
import { byLanguage, string } from '../messages/about.ts'
import type { Activity } from '../model/activity.ts'
import { type Bilingual, holds, type Language } from '../model/people.ts'
import { ok } from '../model/result.ts'
import type { Story } from '../model/stories.ts'
import type { Part } from '../model/view.ts'
import { addMonths, dayOf, monthOf } from '../time/zone.ts'
import { languageOf } from '../understanding/language.ts'
import { storyIn } from './heads.ts'
import { add, asShown, reword, sendBack } from './keep.ts'
import { storyCard } from './show.ts'
import { longest, toldIn } from './told.ts'

/** Months back for which activities are offered: an achievement is told while it is remembered. */
const monthsBack = 3
/** A form's list holds no more. */
const mostOffered = 80
export const noActivity = 'none'

export type Work = {
  story: Story | null
  activities: { id: string; title: Bilingual; reference: string; month: string; ownerId: string }[]
}

const isolated = (field: Field): Field => ({ ...field, show: (v, asking, load) => (x => x && isolate(x))(field.show(v, asking, load)) })

const activityChoices = (speak: Speak, { activities }: Work): Choice[] => [
  ...activities.map(a => ({
    value: a.id,
    label: `${speak.pick(a.title)} (${isolate(a.reference)})`,
    also: [a.title.ar, a.title.en, a.reference].filter(t => t !== undefined),
  })),
  { value: noActivity, label: speak.say('story.noActivity') },
]

const link: Field = {
  ...textField('picture', {
    label: 'story.picture',
    ask: 'story.askPicture',
    hint: 'story.hintPicture',
    need: 'offered',
    max: longestLink,
  }),
  read(said) {
    const read = readLink(said)
    return read.ok ? ok({ picture: read.value }) : read
  },
}

/** `need` is that of what may be left out: asked of a new story, offered where one is worded anew. */
const fieldsFor = (need: 'asked' | 'offered') => ({
  activity: choiceField('activity', {
    label: 'story.activity',
    ask: 'story.askActivity',
    need: need === 'asked' ? 'required' : 'offered',
    options: ({ speak }, load) => activityChoices(speak, load as Work),
  }),
  headline: textField('headline', { label: 'story.headline', ask: 'story.askHeadline', need: 'required', min: 5, max: longest.headline }),
  change: textField('change', {
    label: 'story.change',
    ask: 'story.askChange',
    hint: 'story.hintChange',
    need: 'required',
    min: 10,
    max: longest.change,
    long: true,
  }),
  otherHeadline: isolated(
    inOther(
      'headline',
      textField('otherHeadline', {
        label: 'story.otherHeadline',
        ask: 'story.askOtherHeadline',
        need,
        min: 5,
        max: longest.headline,
      }),
    ),
  ),
  otherChange: isolated(
    inOther(
      'change',
      textField('otherChange', {
        label: 'story.otherChange',
        ask: 'story.askOtherChange',
        need,
        min: 10,
        max: longest.change,
        long: true,
        applies: values => !!values.otherHeadline,
      }),
    ),
  ),
  figure: textField('figure', {
    label: 'story.figure',
    ask: 'story.askFigure',
    hint: 'story.hintFigure',
    need,
    min: 1,
    max: longest.figure,
  }),
  figureHow: textField('figureHow', {
    label: 'story.figureHow',
    ask: 'story.askFigureHow',
    hint: 'story.hintFigureHow',
    need,
    min: 3,
    max: longest.how,
    applies: values => !!values.figure,
  }),
  quote: textField('quote', { label: 'story.quote', ask: 'story.askQuote', need, min: 5, max: longest.quote, long: true }),
  quoteBy: textField('quoteBy', {
    label: 'story.quoteBy',
    ask: 'story.askQuoteBy',
    need: 'required',
    min: 2,
    max: longest.by,
    applies: values => !!values.quote,
  }),
  consent: choiceField('consent', {
    label: 'story.consent',
    ask: 'story.askConsent',
    hint: 'story.hintConsent',
    need: 'required',
    applies: values => !!values.quote,
    options: ({ speak }) =>
      (['yes', 'no'] as const).map(c => ({
        value: c,
        label: speak.say('story.consentIs', { _consent: c }),
        also: c === 'yes' ? ['yes', 'نعم'] : ['no', 'لا', 'not yet'],
      })),
  }),
  picture: link,
  month: monthField('month', { label: 'story.month', ask: 'story.askMonth', need: 'offered' }),
})

/** The two texts are of two languages. */
function check(values: Values): { field: string; said: Said }[] {
  const pair = (a: string, b: string): { field: string; said: Said }[] => {
    const [one, other] = [string(values[a]), string(values[b])]
    return one && other && languageOf(one) && languageOf(one) === languageOf(other)
      ? [{ field: b, said: { key: 'story.sameLanguage' } }]
      : []
  }
  return [...pair('headline', 'otherHeadline'), ...pair('change', 'otherChange')]
}

const monthOfActivity = (turn: Turn, a: Activity): string => {
  const { zone } = turn.network.settings
  return monthOf(dayOf(zone, boundsOf(a.when, zone).startsAt))
}

/** Activities that can be told of: begun by now, one's own and those one takes part in; for the centre, everybody's. */
export async function tellable(turn: Turn): Promise<Activity[]> {
  const { zone } = turn.network.settings
  const first = addMonths(monthOf(dayOf(zone, turn.now)), 1 - monthsBack)
  const start = dayOf(zone, turn.now)
    .toPlainYearMonth()
    .add({ months: 1 - monthsBack })
    .toPlainDate({ day: 1 })
    .toZonedDateTime(zone)
    .toInstant()
  const all = await activitiesDb.inWindow(
    turn.db,
    turn.reader,
    { start, end: turn.now },
    holds(turn.reader, 'coordinator') ? {} : { ownerId: turn.reader.organizationId },
  )
  return all.filter(a => monthOfActivity(turn, a) >= first).reverse()
}

async function workFor(turn: Turn, story: Story | null, activityId: string | undefined): Promise<Work> {
  const all = (await tellable(turn)).slice(0, mostOffered)
  const wanted = activityId ?? story?.activityId
  const named = wanted && !all.some(a => a.id === wanted) ? await activitiesDb.byId(turn.db, turn.reader, wanted) : null
  const offered = named ? [named, ...all] : all
  return {
    story,
    activities: offered.map(a => ({
      id: a.id,
      title: a.title,
      reference: a.reference,
      month: monthOfActivity(turn, a),
      ownerId: a.ownerId,
    })),
  }
}

/** The values as columns of the table. */
export function columns(values: Values, turn: Turn, work: Work) {
  const language: Language = turn.language
  const headline = byLanguage(string(values.headline), string(values.otherHeadline), language)
  const change = byLanguage(string(values.change), string(values.otherChange), language)
  const activity = work.activities.find(a => a.id === values.activity)
  const figure = string(values.figure)
  const quote = string(values.quote)
  return {
    activityId: activity?.id ?? null,
    month: string(values.month) ?? activity?.month ?? monthOf(dayOf(turn.network.settings.zone, turn.now)),
    headlineAr: headline.ar ?? null,
    headlineEn: headline.en ?? null,
    changeAr: change.ar ?? null,
    changeEn: change.en ?? null,
    figure,
    figureHow: figure ? string(values.figureHow) : null,
    quote,
    quoteBy: quote ? string(values.quoteBy) : null,
    consent: !!quote && values.consent === 'yes',
    picture: string(values.picture),
  }
}

/** A standing story as the values of its form. */
export function valuesOf(s: Story, language: Language): Values {
  const first: Language = s.headline[language] ? language : language === 'ar' ? 'en' : 'ar'
  const other: Language = first === 'ar' ? 'en' : 'ar'
  const values: Values = {
    activity: s.activityId ?? noActivity,
    headline: s.headline[first],
    change: s.change[first] ?? s.change[other],
    otherHeadline: s.headline[other],
    otherChange: s.change[first] ? s.change[other] : undefined,
    figure: s.figure ?? undefined,
    figureHow: s.figureHow ?? undefined,
    quote: s.quote ?? undefined,
    quoteBy: s.quoteBy ?? undefined,
    consent: s.quote ? (s.consent ? 'yes' : 'no') : undefined,
    picture: s.picture ?? undefined,
    month: s.month,
  }
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}

export const mayTell = (turn: Pick<Turn, 'reader'>): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')

export const storyForm = form<Values, Work>({
  id: 'story',
  title: 'story.formTitle',
  submit: 'story.send',
  confirm: true,
  fields: fieldsFor('asked'),
  async load(turn, args) {
    if (!mayTell(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
    return { ok: true, value: await workFor(turn, null, args.activity) }
  },
  // A sentence that is begun anew while one is open tells it anew.
  gather(said) {
    const body = storyIn(said)?.body
    if (!body) return { values: {}, problems: [], choose: null, other: [] }
    const { told, problem } = toldIn(body)
    return { values: told, problems: problem ? [{ field: 'picture', said: problem }] : [], choose: null, other: [] }
  },
  card: (values, { speak }): Part[] =>
    string(values.otherHeadline) && string(values.otherChange) ? [] : [text(speak.say('story.oneLanguage'), 'subtle')],
  check,
  async outcome(turn, args) {
    const saved = args.draft ? await storiesDb.byId(turn.db, turn.reader, args.draft) : null
    return saved && storyCard(turn, saved, turn.speak, turn.reader, notice('info', turn.speak.say('story.already')))
  },
  save: (values, turn, work, args) => {
    const activity = work.activities.find(a => a.id === values.activity)
    // The centre tells for whoever's activity it is; an officer for their own organization, whose partner it may be.
    const organizationId = activity && holds(turn.reader, 'coordinator') ? activity.ownerId : turn.reader.organizationId
    return add(turn, args.draft ?? turn.ids(), organizationId, columns(values, turn, work))
  },
})

export const editForm = form<Values, Work>({
  id: 'story.edit',
  title: 'story.editTitle',
  submit: 'dialogue.save',
  confirm: true,
  fields: fieldsFor('offered'),
  async load(turn, args) {
    const found = await asShown(turn, args)
    if ('refused' in found) return { ok: false, view: found.refused }
    return { ok: true, value: await workFor(turn, found.story, undefined) }
  },
  check,
  outcome: async (turn, args) => {
    const saved = args.id ? await storiesDb.byId(turn.db, turn.reader, args.id) : null
    return saved && storyCard(turn, saved, turn.speak, turn.reader)
  },
  async stands(turn, args) {
    const saved = args.id ? await storiesDb.byId(turn.db, turn.reader, args.id) : null
    return saved ? storyCard(turn, saved, turn.speak, turn.reader).parts : []
  },
  save: (values, turn, work) =>
    work.story ? reword(turn, work.story, columns(values, turn, work)) : Promise.resolve(warn(turn.speak, 'story.gone')),
})

export const returnForm = form<Values, Story>({
  id: 'story.return',
  title: 'story.returnTitle',
  submit: 'story.return',
  confirm: false,
  fields: {
    note: textField('note', { label: 'story.note', ask: 'story.askNote', need: 'required', min: 3, max: longest.note, long: true }),
  },
  async load(turn, args) {
    if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    const found = await asShown(turn, args)
    if ('refused' in found) return { ok: false, view: found.refused }
    if (found.story.state !== 'proposed') return { ok: false, view: storyCard(turn, found.story, turn.speak, turn.reader) }
    return { ok: true, value: found.story }
  },
  outcome: async (turn, args) => {
    const saved = args.id ? await storiesDb.byId(turn.db, turn.reader, args.id) : null
    return saved && storyCard(turn, saved, turn.speak, turn.reader)
  },
  save: (values, turn, story) => sendBack(turn, story, String(values.note)),
})
