/** Plays people of the sample network on their own platforms, and writes down what was said and shown as a page that can be read. */
import * as people from '../../db/people.ts'
import type { Incoming } from '../../src/model/incoming.ts'
import type { Bilingual, Language, Member, Platform } from '../../src/model/people.ts'
import type { View } from '../../src/model/view.ts'
import type { TestDatabase } from '../database.ts'
import { actionsOf, house, type Shown } from '../house.ts'

/** Which platform each person writes on; whoever is not named here is on the local chat. */
type On = Readonly<Record<string, Platform>>
type Texts = Readonly<Record<Language, string>>

const spaces: Record<Platform, string> = { slack: 'T-NETWORK', teams: 'tenant-network', web: 'local' }
const named: Record<Platform, Texts> = {
  slack: { ar: 'سلاك', en: 'Slack' },
  teams: { ar: 'تيمز', en: 'Teams' },
  web: { ar: 'المحادثة المحلية', en: 'local chat' },
}
const words = {
  bot: { ar: 'منسّق', en: 'Munassiq' },
  same: { ar: (n: number) => `(ووصل مثله إلى ${n} غيره)`, en: (n: number) => `(and the like to ${n} more)` },
}

/** Marks of isolation are for screens; on a page of Markdown they would only be in the way. */
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/** A view as lines of Markdown, in the order in which it is read; buttons in brackets. */
export function linesOf(view: View): string[] {
  return view.parts.flatMap((p): string[] => {
    switch (p.kind) {
      case 'heading':
        return [`**${bare(p.text)}**`]
      case 'text':
        return bare(p.text).split('\n')
      case 'notice':
        return bare(p.text)
          .split('\n')
          .map((l, n) => (n === 0 ? `${{ info: 'ℹ️', good: '✅', warning: '⚠️', bad: '⛔' }[p.tone]} ${l}` : l))
      case 'facts':
        return p.facts.map(f => `${bare(f.label)}: ${bare(f.value).replaceAll('\n', ' · ')}`)
      case 'list':
        return p.items.map(i => {
          const mark = p.numbered ? '' : '• '
          const detail = i.detail ? ` — ${bare(i.detail).replaceAll('\n', ' · ')}` : ''
          const buttons = i.actions.map(a => ` \`${bare(a.label)}\``).join('')
          return `${mark}${bare(i.text).replaceAll('\n', ' · ')}${detail}${buttons}`
        })
      case 'actions':
        return p.actions.length > 0 ? [p.actions.map(a => `\`${bare(a.label)}\``).join(' ')] : []
      case 'form':
        return [`*${bare(p.title)}*`, ...p.inputs.map(i => `${bare(i.label)}: ${bare(String(i.value ?? '…'))}`)]
      case 'file':
        return [p.alt ? `🖼️ ${bare(p.alt)}` : `📎 ${bare(p.name)}`]
      case 'divider':
        return []
      default:
        return p satisfies never
    }
  })
}

/** The buttons of the line of a list that holds some words. */
const onLine = (view: View, words: string) =>
  view.parts.flatMap(p => (p.kind === 'list' ? p.items.filter(i => bare(i.text).includes(words)).flatMap(i => i.actions) : []))

export async function player(test: TestDatabase, options: { now: string; language: Language; on: On }) {
  const { language, on } = options
  const h = await house(test, { now: options.now, also: ['slack', 'teams'] })
  const members = await people.activeMembers(test.db, await h.network())
  const page: string[] = []
  const text = (t: Texts | string): string => (typeof t === 'string' ? t : t[language])
  const name = (b: Bilingual): string => b[language] ?? ''

  const handleOf = (m: Member): string => m.email?.split('@')[0] ?? ''
  for (const m of members) {
    await people.changeMember(test.db, h.networkId, m.id, { chosenLanguage: language })
    const platform = on[handleOf(m)]
    if (!platform) continue
    // They wrote on their own platform before, so that this is where they are told of things.
    await h.deliver(handleOf(m), { kind: 'installed' }, as(handleOf(m)))
  }
  h.shown.length = 0

  function as(who: string): Partial<Incoming> {
    const platform = on[who] ?? 'web'
    return {
      account: { platform, space: spaces[platform], user: who },
      profile: { email: `${who}@munassiq.example`, guest: false, language },
      place: { kind: 'direct', id: who },
    }
  }
  const label = (who: string): string => {
    const m = members.find(x => handleOf(x) === who)
    return `${name(m?.name ?? {})} (${named[on[who] ?? 'web'][language]})`
  }
  const write = (...lines: string[]) => void page.push(...lines, '')
  const quoted = (lines: string[]) => lines.map(l => `> ${l}  `)

  /** What was shown since, one for each person it went to; the like of it to many is shown once. */
  function record(since: number, show: 'all' | readonly string[] = 'all', pressed?: string): void {
    // The card that was pressed is answered in its place; other cards that follow are the same ones, brought up to date.
    const shown = h.shown.slice(since).filter(s => s.op === 'send' || s.card.id === pressed)
    const seen = new Map<string, { first: Shown; more: number }>()
    for (const s of shown) {
      if (show !== 'all' && !show.includes(s.to)) continue
      const key = linesOf(s.view).join('\n')
      const before = seen.get(key)
      if (before) before.more++
      else seen.set(key, { first: s, more: 0 })
    }
    for (const { first, more } of seen.values()) {
      const rest = more > 0 ? ` ${words.same[language](more)}` : ''
      write(...quoted([`**${words.bot[language]} → ${label(first.to)}**${rest}`, ...linesOf(first.view)]))
    }
  }

  const said = (who: string, what: Texts | string) => h.say(who, text(what), as(who))
  return {
    h,
    language,
    page: () => page.join('\n'),
    chapter: (title: Texts) => write(`### ${title[language]}`),
    note: (t: Texts) => write(`*${t[language]}*`),
    /** `show` names whose messages stand on the page; everybody's where it is left out. */
    async say(who: string, what: Texts | string, show?: readonly string[]) {
      const since = h.shown.length
      const answer = await said(who, what)
      write(`**${label(who)}:** ${text(what).replaceAll('\n', ' ')}`)
      record(since, show)
      return answer
    },
    /** Several people at the same moment. */
    async together(all: readonly (readonly [who: string, what: Texts])[]) {
      const since = h.shown.length
      await Promise.all(all.map(([who, what]) => said(who, what)))
      await h.drain()
      for (const [who, what] of all) {
        write(`**${label(who)}:** ${text(what)}`)
        record(since, [who])
      }
    },
    /**
     * Presses the newest button of this name that was shown to the person; of a list, the one on the line that holds `line`. Behind a colon stands which
     * of the answers to a question it gives: `ask.answer:yes`.
     */
    async press(who: string, button: string, show?: readonly string[], line?: Texts) {
      const since = h.shown.length
      const [name, given] = button.split(':')
      for (const card of h.shown.filter(s => s.to === who).reverse()) {
        const action = (line ? onLine(card.view, line[language]) : actionsOf(card.view)).find(
          a => a.press.name === name && (given === undefined || a.press.args.answer === given),
        )
        if (!action) continue
        const content = { kind: 'press' as const, press: action.press, card: card.card, dialog: false }
        const answer = await h.deliver(who, content, as(who))
        write(`**${label(who)}:** \`${bare(action.label)}\``)
        record(since, show, card.card.id)
        return answer
      }
      const has = h.shown.filter(s => s.to === who).slice(-1)[0]
      throw new Error(
        `no button ${button} was shown to ${who}; the last card has ${has ? actionsOf(has.view).map(a => a.press.name) : 'none'}`,
      )
    },
    async moveTo(instant: string, show?: readonly string[]) {
      const since = h.shown.length
      await h.moveTo(instant)
      record(since, show)
    },
    sent: () => h.shown,
  }
}

export type Player = Awaited<ReturnType<typeof player>>
