/** One Incoming in, promises to send out: who is it, resume the conversation or start a command. Runs in the transaction that marks the delivery done. */
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/client.ts'
import * as conversations from '../db/conversations.ts'
import * as outbox from '../db/outbox.ts'
import * as people from '../db/people.ts'
import { type CommandKey, commands } from './commands.ts'
import { draftOf, outdate, subjectOf } from './delivery/outdated.ts'
import { presentOf, reply } from './delivery/promise.ts'
import { soleShown } from './delivery/shown.ts'
import { putAside, takenUp } from './dialogue/aside.ts'
import { again, begin, type Desk, go, keepState, outcome, restore, type Spoken, saidEvent } from './dialogue/conversation.ts'
import { actions, named, notice, text, view, warn } from './dialogue/say.ts'
import { begin as blank } from './dialogue/session.ts'
import type { State } from './dialogue/state.ts'
import type { Answer, Asked, Promised, Scene, Turn } from './dialogue/turn.ts'
import type { EventHandler, Pointed, Wing } from './dialogue/wing.ts'
import { asks, freshSubmission, isAside, isAsideAfterAll, isCommandItself, isWish, speaks, typedCommand } from './heard.ts'
import { asksYesOrNo, type Heard, pressedInWords, saidOfCard } from './in-words.ts'
import type { Speak } from './locales/speak.ts'
import type { Outside } from './model/feed.ts'
import type { Reply } from './model/inbox.ts'
import { type CardRef, type Incoming, mostFileBytes } from './model/incoming.ts'
import type { Meaning } from './model/meaning.ts'
import type { Network } from './model/network.ts'
import type { Member } from './model/people.ts'
import type { View } from './model/view.ts'
import { contextOf, sceneOf } from './scene.ts'
import { askedAbout } from './understanding/asked-about.ts'
import { saysIt } from './understanding/it.ts'
import { isPastedCoverage } from './understanding/pasted.ts'
import { steering } from './understanding/steering.ts'
import { talkOf } from './understanding/talk.ts'
import { understand } from './understanding/understand.ts'

/** The house's routes, put together in routes.ts. */
export type Routes = Desk &
  Heard & {
    commands: Map<string, NonNullable<Wing['commands']>[CommandKey]>
    presses: Map<string, NonNullable<Wing['presses']>[string]>
    events: EventHandler[]
    files: NonNullable<Wing['files']>[number][]
    named: NonNullable<Wing['named']>[]
    it: Pointed[]
    ofCard: readonly NonNullable<Wing['ofCard']>[]
    /** What a person the network does not know is told. */
    stranger(turn: Turn): Promise<Answer>
    /** Redeems a setup code in a text, before anything else is looked at; null when there is none in it. */
    setup(
      db: Database,
      incoming: Incoming,
      now: Temporal.Instant,
      ids: () => string,
    ): Promise<{ networkId: string; said: (speak: Speak) => View } | null>
    home(turn: Turn): Promise<View>
    gone(scene: Scene, incoming: Incoming): Promise<void>
  }

/** The form and the field that a saved conversation asks now, whatever shape it is in; null where it asks none. */
function askedNow(saved: unknown): { form: string; field: string } | null {
  const { form, asking } = (saved ?? {}) as Record<string, unknown>
  return typeof form === 'string' && typeof asking === 'string' ? { form, field: asking } : null
}

/** What may be heard of a sentence that corrects something and names nothing. */
const ofIt: ReadonlySet<string> = new Set(['edit', 'withdraw', 'nil_return', 'submit', 'other'])

/** Most characters read in one message; the rest is answered, not read. */
export const longest = 4000
/** A pasted roster is as long as its network. */
const longestPaste = 200_000

/**
 * What came of a delivery: the reply for its adapter, and what was promised, to be sent once the transaction is committed. `unkept` where neither what
 * came in nor the reply may be kept.
 */
export type Handled = { reply: Reply; networkId: string | null; promised: Promised[]; unkept: boolean }

export type BotOptions = { routes: Routes; ids: () => string; machineNow: () => number; outside?: Outside | null; fault?: Scene['fault'] }

export function createBot({ routes, ids, machineNow, outside = null, fault }: BotOptions) {
  /** Works one stored delivery in the transaction `db`. */
  async function handle(db: Database, incoming: Incoming): Promise<Handled> {
    const machine = Temporal.Instant.fromEpochMilliseconds(machineNow())
    await conversations.hold(db, incoming.account)
    const redeemed =
      incoming.content.kind === 'text' && incoming.place.kind === 'direct' ? await routes.setup(db, incoming, machine, ids) : null
    const network = redeemed ? await people.network(db, redeemed.networkId) : await networkFor(db, incoming)
    if (!network) return { reply: { dialog: null, home: null }, networkId: null, promised: [], unkept: false }
    // What does not depend on each other is asked for at once: on a server that is one round trip.
    const [scene, person] = await Promise.all([
      sceneFor(db, network, machine, incoming, routes.events),
      incoming.content.kind === 'left' ? null : personOf(db, network, presentOf(network, machine), incoming),
    ])
    if (!person) {
      await routes.gone(scene, incoming)
      return { reply: { dialog: null, home: null }, networkId: network.id, promised: scene.promised, unkept: false }
    }
    const { turn, state: saved, letGo } = turnOf(scene, incoming, person)
    if (redeemed) {
      await reply(turn, redeemed.said(turn.speak))
      await keepState(turn, null)
      return { reply: { dialog: null, home: null }, networkId: network.id, promised: scene.promised, unkept: false }
    }
    const { state, apology } = restore(saved, routes, turn)
    if (apology) await reply(turn, apology)
    if (letGo) await reply(turn, view(turn.language, [text(turn.speak.say('dialogue.letGo'))]))
    const answering = incoming.content.kind === 'answers' ? incoming.content.form : state?.form
    const unkept = routes.forms.get(answering ?? '')?.unkept ?? false
    return { reply: await answer(turn, incoming, state), networkId: network.id, promised: scene.promised, unkept }
  }

  const networkFor = (db: Database, { account }: Incoming): Promise<Network | null> =>
    people.networkServing(db, account.platform, account.space)

  const sceneFor = (db: Database, network: Network, machine: Temporal.Instant, incoming: Incoming, events: Routes['events']) =>
    sceneOf(db, network, {
      now: presentOf(network, machine),
      machine,
      ids,
      events,
      through: incoming.account.platform,
      delivery: incoming.delivery,
      outside,
      ...(fault ? { fault } : {}),
    })

  type Person = { member: Member | null; conversation: conversations.Conversation | null }

  /** Who is it: the member behind the account, linked by their e-mail where nobody is yet, and their open conversation. */
  async function personOf(db: Database, network: Network, now: Temporal.Instant, incoming: Incoming): Promise<Person> {
    const { account, profile, place } = incoming
    const [conversation, known] = await Promise.all([
      conversations.conversation(db, network.id, account),
      people.memberOf(db, network, account),
      people.touch(db, network.id, account, profile, place.kind === 'direct' ? place : null, now),
    ])
    if (known || !profile.email || profile.guest) return { member: known, conversation }
    const member = await people.activeByEmail(db, network, profile.email)
    if (member) {
      await people.link(db, network.id, account, member.id)
      if (profile.language) await people.changeMember(db, network.id, member.id, { platformLanguage: profile.language })
    }
    return { member, conversation }
  }

  /** The turn of a person, in its language. */
  function turnOf(scene: Scene, incoming: Incoming, { member, conversation }: Person): { turn: Turn; state: unknown; letGo: boolean } {
    const { account, profile, place, content } = incoming
    const { network } = scene
    const active = member?.active ? member : null
    const settled: Member = active ?? {
      id: '',
      organizationId: '',
      name: { ar: profile.name, en: profile.name },
      email: profile.email ?? null,
      roles: [],
      language: profile.language ?? network.settings.languages[0] ?? 'ar',
      active: false,
    }
    const asked = askedNow(conversation?.state)
    // Who answers with a title in the other language goes on in the one they speak.
    const inOther = content.kind === 'text' && asked ? routes.forms.get(asked.form)?.fields[asked.field]?.otherLanguage : false
    const language = (inOther && conversation?.language) || speaks(incoming, settled, conversation)
    const organization = scene.organizations.find(o => o.id === settled.organizationId) ?? null
    const turn: Turn = {
      ...scene,
      member: settled,
      organization,
      account,
      place,
      language,
      speak: scene.voice(language),
      reader: { networkId: network.id, memberId: settled.id, organizationId: settled.organizationId, roles: settled.roles, now: scene.now },
      context: contextOf(scene, language),
    }
    const letGo = Boolean(conversation?.state && conversation.expiresAt && Temporal.Instant.compare(conversation.expiresAt, scene.now) <= 0)
    return { turn, state: letGo ? null : (conversation?.state ?? null), letGo }
  }

  async function answer(turn: Turn, incoming: Incoming, state: State | null): Promise<Reply> {
    const { content } = incoming
    const known = turn.reader.roles.length > 0
    switch (content.kind) {
      case 'home':
        return { dialog: null, home: known ? await routes.home(turn) : ((await routes.stranger(turn)).views?.[0] ?? null) }
      case 'left':
      case 'deleted':
        return finish(turn, state, { views: [], dialog: null, state })
      case 'installed':
        // Platforms tell of one installation several times; whoever was written to before needs no greeting.
        if (await outbox.everWritten(turn.db, turn.network.id, turn.account)) return finish(turn, state, { views: [], dialog: null, state })
        return run(turn, state, known ? await command(turn, 'help', asked(turn, '', null)) : await routes.stranger(turn), null)
      case 'edited': {
        if (!state || !content.message || state.message !== content.message) return finish(turn, state, { views: [], dialog: null, state })
        const spoken = await go(turn, routes, state, { kind: 'edited', text: content.text }, { dialog: false })
        return finish(turn, state, {
          ...spoken,
          views: [view(turn.language, [notice('info', turn.speak.say('dialogue.updated'))]), ...spoken.views],
        })
      }
      case 'answers':
        return answered(turn, state, content)
      case 'press':
        return pressed(turn, state, content)
      case 'file':
        return fileSent(turn, state, content)
      case 'quote':
        if (!known) return run(turn, state, await routes.stranger(turn), null)
        return run(
          turn,
          state,
          { begin: { form: 'submit', text: content.text.slice(0, longest), message: content.message ?? null, dialog: content.dialog } },
          null,
        )
      case 'command': {
        if (!known) return run(turn, state, await routes.stranger(turn), null)
        // With its slash a command is never taken for an answer to an open question.
        const said = `/${content.name === 'munassiq' ? content.text : `${content.name} ${content.text}`}`.trim()
        return sentence(turn, state, said === '/' ? '/help' : said, null, true)
      }
      case 'text':
        if (!known) return stranger(turn, state, content.text)
        if (content.text.length > (state?.form === 'roster' ? longestPaste : longest))
          return finish(turn, state, {
            views: [warn(turn.speak, 'dialogue.tooMuch', { length: content.text.length, max: longest })],
            dialog: null,
            state,
          })
        return sentence(turn, state, content.text, content.message ?? null, false)
      default:
        return content satisfies never
    }
  }

  /** A text, or a command with what followed it. */
  async function sentence(turn: Turn, state: State | null, said: string, message: string | null, slashed: boolean): Promise<Reply> {
    const steered = state && !said.trim().startsWith('/') ? steering(said, turn.language) : null
    const typed = steered ? null : typedCommand(said)
    const meaning = understand(typed ? typed.text : said, turn.context)
    if (typed) {
      const key = typed.command.key
      // `/munassiq cancel` and the like steer an open conversation; everything else is a command of its own.
      return run(
        turn,
        state,
        await command(turn, key, { text: typed.text, meaning, message, dialog: false, typed: true }),
        state && key !== 'submit' ? state : null,
      )
    }
    // What was shown last, after a draft's last card where one is open, is what an answer is about: a question that waits, a list that was asked for.
    const inWords = slashed || meaning.sure === 1 ? null : await taken(turn, state, said, meaning)
    if (inWords) return inWords
    const ofCard = state || slashed || meaning.sure === 1 ? null : await saidOfCard(turn, said, routes.ofCard)
    if (ofCard) return run(turn, null, ofCard, null)
    // What is called by its name is shown, whatever its name sounds like.
    const named = steered ? null : await namedIn(turn, { text: said, meaning, message, dialog: false })
    if (named) return run(turn, state, named, state)
    const key = !state && isPastedCoverage(said) ? 'coverage' : meaning.intent
    /** Does what the sentence wants; `open` is the draft that stays open beside it. */
    const meant = async (open: State | null): Promise<Reply> =>
      run(turn, open, await command(turn, key as CommandKey, { text: said, meaning, message, dialog: false }), open)
    if (state) {
      const event = saidEvent(turn, said, message, freshSubmission(said, meaning, state))
      const steers = event.kind === 'said' && event.steering !== null
      if (!steers) {
        // What the table of commands says word for word is no answer; nor is what is written after a form that was only opened, and closed.
        if (isCommandItself(said, meaning, state.form) || (state.inDialog && isAsideAfterAll(said, meaning, state.form)))
          return meant(state.inDialog ? null : state)
        const field = state.stage === 'asking' && state.asking ? routes.forms.get(state.form)?.fields[state.asking] : undefined
        if (isAside(said, meaning, field?.free) || isWish(said, meaning, state, field?.free)) return meant(state)
        // A question that is not understood is no answer to the one that is open, unless any words are.
        if (asks(said) && field?.free !== 'long') return run(turn, state, { views: [notUnderstood(turn, meaning)] }, state)
      }
      const spoken = await go(turn, routes, state, event, { dialog: false })
      // What is no answer may be a question after all, asked without its sign.
      return spoken.missed && !steers && isAsideAfterAll(said, meaning, state.form) ? meant(state) : finish(turn, state, spoken)
    }
    const steer = steering(said, turn.language)
    const pointed = await pointedAt(turn, said, meaning, steer)
    if (pointed) return run(turn, null, await command(turn, pointed, { text: said, meaning, message, dialog: false }), null)
    if (steer && steer.kind !== 'change' && steer.kind !== 'submit' && steer.kind !== 'help')
      return finish(turn, state, { views: [view(turn.language, [text(turn.speak.say('dialogue.nothingOpen'))])], dialog: null, state })
    if (routes.commands.has(key)) return meant(null)
    if (key === 'small_talk') return finish(turn, state, { views: [smallTalk(turn, said)], dialog: null, state })
    if (slashed || !said.trim()) return run(turn, state, await command(turn, 'help', asked(turn, '', null)), null)
    return finish(turn, state, { views: [notUnderstood(turn, meaning)], dialog: null, state })
  }

  /** What corrects or cancels "it", whatever was shown last; null where a sentence speaks of something by itself. */
  async function pointedAt(turn: Turn, said: string, meaning: Meaning, steer: ReturnType<typeof steering>): Promise<CommandKey | null> {
    if (!ofIt.has(meaning.intent) && meaning.sure >= 0.8) return null
    const deed =
      steer?.kind === 'change' || steer?.kind === 'cancel'
        ? steer.kind
        : saysIt(said)
          ? meaning.intent === 'withdraw'
            ? 'cancel'
            : meaning.intent === 'edit'
              ? 'change'
              : null
          : null
    const shown =
      deed &&
      (await soleShown(
        turn,
        routes.it.map(p => p.shown),
      ))
    return (shown && deed && routes.it.find(p => p.shown === shown.name)?.[deed]) || null
  }

  async function namedIn(turn: Turn, what: Asked): Promise<Answer | null> {
    const about = what.meaning.sure < 1 ? askedAbout(what.text) : null
    for (const find of about ? routes.named : []) {
      const answer = about && (await find(turn, about, what))
      if (answer) return answer
    }
    return null
  }

  /** What the messages shown last offer, where the words take it; null where they do not. */
  async function taken(turn: Turn, state: State | null, said: string, meaning: Meaning): Promise<Reply | null> {
    const offer = await pressedInWords(turn, said, meaning, routes, state?.id ?? null)
    if (!offer) return null
    if ('said' in offer) {
      const typed = typedCommand(offer.said)
      const what = asked(turn, typed ? typed.text : offer.said, null)
      const key = typed ? typed.command.key : (what.meaning.intent as CommandKey)
      return run(turn, state, await command(turn, key, { ...what, typed: typed !== null }), state)
    }
    if ('view' in offer) return finish(turn, state, { views: [offer.view], dialog: null, state })
    return pressed(turn, state, { kind: 'press', press: offer.press, ...(offer.card ? { card: offer.card } : {}), dialog: false })
  }

  async function command(turn: Turn, key: CommandKey, what: Asked): Promise<Answer> {
    const entry = commands.find(c => c.key === key)
    const handler = routes.commands.get(key)
    if (!entry || !handler) return { views: [notUnderstood(turn, what.meaning)] }
    const may = entry.who.some(r => turn.reader.roles.includes(r))
    if (!may)
      return {
        views: [
          warn(turn.speak, 'dialogue.notAllowed', {
            _who: turn.speak.list(entry.who.map(r => turn.speak.say('dialogue.role', { _role: r }))),
          }),
        ],
      }
    return handler(turn, what)
  }

  const asked = (turn: Turn, said: string, message: string | null): Asked => ({
    text: said,
    meaning: understand(said, turn.context),
    message,
    dialog: false,
  })

  async function pressed(turn: Turn, state: State | null, content: Extract<Incoming['content'], { kind: 'press' }>): Promise<Reply> {
    const { name, args } = content.press
    const how = { dialog: content.dialog }
    if (name.startsWith('draft.')) {
      if (!state || state.id !== args.draft) {
        const { form, card: _card, ...rest } = args
        return finish(turn, state, { views: [await outcome(turn, routes, form, rest)], dialog: null, state }, content.card ?? null)
      }
      const spoken = await go(turn, routes, state, { kind: 'pressed', name, args }, { dialog: how.dialog && name === 'draft.form' })
      return finish(turn, state, spoken, content.card ?? null)
    }
    if (turn.reader.roles.length === 0 && !name.startsWith('join.')) return run(turn, state, await routes.stranger(turn), null)
    if (name === 'command') {
      const found = commands.find(c => c.key === args.name)
      const what: Asked = { ...asked(turn, args.text ?? '', null), dialog: how.dialog }
      return run(
        turn,
        state,
        found ? await command(turn, found.key, what) : { views: [view(turn.language, [text(turn.speak.say('dialogue.stale'))])] },
        null,
        content.card ?? null,
      )
    }
    if (name === 'submit.form') return run(turn, state, { begin: { form: 'submit', dialog: how.dialog } }, null, content.card ?? null)
    const handler = routes.presses.get(name)
    if (!handler)
      return finish(turn, state, { views: [view(turn.language, [text(turn.speak.say('dialogue.stale'))])], dialog: null, state })
    return run(turn, state, await handler(turn, args, how), null, content.card ?? null)
  }

  /** A form sent off: into the draft it came from, or into a new one. */
  async function answered(turn: Turn, state: State | null, content: Extract<Incoming['content'], { kind: 'answers' }>): Promise<Reply> {
    if (turn.reader.roles.length === 0 && content.form !== 'join') return run(turn, state, await routes.stranger(turn), null)
    if (!routes.forms.has(content.form))
      return finish(turn, state, { views: [view(turn.language, [text(turn.speak.say('dialogue.stale'))])], dialog: null, state })
    const { draft, of, ...args } = content.args
    const open = state && state.id === draft ? state : null
    if (!open && draft) {
      const told = await routes.forms.get(content.form)?.outcome?.(turn, content.args)
      if (told) return finish(turn, state, { views: [told], dialog: null, state })
    }
    const base = open ?? blank(draft || turn.ids(), content.form, args)
    const spoken = await go(
      turn,
      routes,
      base,
      { kind: 'filled', answers: content.answers, of: of ? Number(of) : undefined },
      { dialog: true },
    )
    // A form with mistakes stays open on the screen; the draft keeps what was right in it.
    return finish(turn, state, spoken)
  }

  async function fileSent(turn: Turn, state: State | null, content: Extract<Incoming['content'], { kind: 'file' }>): Promise<Reply> {
    if (turn.reader.roles.length === 0) return run(turn, state, await routes.stranger(turn), null)
    const { name, mime, size, text: said, others } = content
    if (others) await reply(turn, warn(turn.speak, 'dialogue.oneFile', { name, n: others }))
    const file =
      content.bytes !== undefined ? { name, mime, bytes: Uint8Array.from(atob(content.bytes), c => c.charCodeAt(0)), text: said } : null
    for (const read of file ? routes.files : []) {
      const taken = file && (await read(turn, file, state?.form ?? null))
      if (taken) return run(turn, state, taken, null)
    }
    const megabytes = { name, max: mostFileBytes / 1_000_000 }
    const why = file ? ('dialogue.noFiles' as const) : size > mostFileBytes ? ('dialogue.fileTooLarge' as const) : 'dialogue.fileNotHad'
    const sorry = warn(turn.speak, why, megabytes)
    if (!said.trim()) return finish(turn, state, { views: [sorry], dialog: null, state })
    await reply(turn, sorry)
    return sentence(turn, state, said, null, false)
  }

  async function stranger(turn: Turn, state: State | null, said: string): Promise<Reply> {
    if (state)
      return finish(turn, state, await go(turn, routes, state, saidEvent(turn, said.slice(0, 300), null, false), { dialog: false }))
    return run(turn, state, await routes.stranger(turn), null)
  }

  /** Carries out a handler's answer. `resume` is the draft to go back to after something else was answered in between. */
  async function run(turn: Turn, state: State | null, what: Answer, resume: State | null, card: CardRef | null = null): Promise<Reply> {
    const views = [...(what.views ?? [])]
    if (what.begin) {
      const spoken = await begin(turn, routes, what.begin, state)
      return finish(turn, state, { ...spoken, views: [...views, ...spoken.views] })
    }
    if (what.replace) await reply(turn, what.replace, card)
    // What asks for a yes or a no itself is answered first: the draft rests, and its card does not stand below.
    const asksFirst = resume !== null && views.some(asksYesOrNo)
    if (asksFirst && !resume.resting) views.push(view(turn.language, [text(turn.speak.say('dialogue.rests'), 'subtle')]))
    else if (resume && !resume.resting) {
      const question = await again(turn, routes, resume)
      if (question) views.push(question)
    }
    return finish(turn, state, { views, dialog: null, state: state && asksFirst ? { ...state, resting: true } : state })
  }

  /** Says what is to be said, keeps the draft, and takes the buttons off the cards that are out of date by it. `card` is the one that was pressed. */
  async function finish(turn: Turn, before: State | null, said: Spoken, card: CardRef | null = null): Promise<Reply> {
    const spoken = await withAside(turn, before, said)
    const say = async () => {
      // The first answer to a press on a draft's card takes the card's place, so that its buttons go away.
      let place = card
      let standing: CardRef | null = null
      const drafts = new Set(before && before.id !== spoken.state?.id ? [before.id] : [])
      for (const v of spoken.views) {
        const draft = draftOf(v)
        const subject = draft ?? (place ? before?.id : undefined)
        await reply(turn, v, place, subject ? subjectOf(subject) : undefined)
        if (draft) drafts.add(draft)
        if (draft) standing = place
        place = null
      }
      for (const draft of drafts) await outdate(turn, draft, standing)
    }
    await Promise.all([say(), keepState(turn, spoken.state)])
    return { dialog: spoken.dialog, home: null }
  }

  /** A draft that was put aside comes up again when the conversation that came in between has ended. */
  async function withAside(turn: Turn, before: State | null, spoken: Spoken): Promise<Spoken> {
    if (spoken.state) {
      const state = putAside(spoken.state, before)
      const [first, ...more] = spoken.views
      if (!first || !state?.aside || state.aside === before?.aside || state.id === before?.id) return { ...spoken, state }
      const kept = { ...first, parts: [...first.parts, text(turn.speak.say('dialogue.putAside'), 'subtle')] }
      return { ...spoken, views: [kept, ...more], state }
    }
    const state = takenUp(before)
    const question = state && routes.forms.has(state.form) ? await again(turn, routes, state) : null
    if (!question) return spoken
    const back = { ...question, parts: [text(turn.speak.say('dialogue.takenUp')), ...question.parts] }
    return { ...spoken, views: [...spoken.views, back], state }
  }

  /** A greeting is answered with what can be asked first; thanks with a word. */
  function smallTalk(turn: Turn, said: string): View {
    const _talk = talkOf(said)
    const first = _talk === 'thanks' ? [] : commands.filter(c => c.key !== 'help' && c.who.some(r => turn.reader.roles.includes(r)))
    return view(turn.language, [
      text(turn.speak.say('dialogue.hello', { _talk })),
      actions(
        [...first]
          .sort((a, b) => a.rank - b.rank)
          .slice(0, 4)
          .map(c => named(turn.language, c.title[turn.language], 'command', { name: c.key })),
      ),
    ])
  }

  function notUnderstood(turn: Turn, meaning: Meaning): View {
    const may = meaning.nearest
      .flatMap(k => commands.filter(c => c.key === k && c.who.some(r => turn.reader.roles.includes(r))))
      .slice(0, 2)
    const offered =
      may.length > 0
        ? may
        : commands.filter(c => ['submit', 'help'].includes(c.key) && c.who.some(r => (turn.reader.roles as string[]).includes(r)))
    return view(turn.language, [
      text(turn.speak.say('dialogue.notUnderstood')),
      actions(offered.map(c => named(turn.language, c.title[turn.language], 'command', { name: c.key }))),
    ])
  }

  /** The turn of a delivery without working it, for an apology. */
  async function turnFor(db: Database, incoming: Incoming): Promise<Turn | null> {
    const network = await networkFor(db, incoming)
    if (!network) return null
    const machine = Temporal.Instant.fromEpochMilliseconds(machineNow())
    const scene = await sceneFor(db, network, machine, incoming, [])
    return turnOf(scene, incoming, await personOf(db, network, scene.now, incoming)).turn
  }

  return { handle, turnFor }
}
