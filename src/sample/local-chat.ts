/** What the local chat shows of the sample network: its members, what was said, and its clock, which moves forward. */
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/client.ts'
import type * as inboxDb from '../../db/inbox.ts'
import type * as outboxDb from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import { instantOf, presentOf } from '../delivery/promise.ts'
import type { House } from '../house.ts'
import { jumps } from '../meetings/occurrences.ts'
import type { Account, Bilingual, Language, Role } from '../model/people.ts'
import type { View } from '../model/view.ts'

export type LocalChatOptions = {
  db: Database
  networkId: string
  house: Pick<House, 'clock' | 'within'>
  machineNow: () => number
  texts: typeof inboxDb.texts
  sentTo: typeof outboxDb.sentTo
}

const domain = 'munassiq.example'
/** Messages shown again when a page is opened. */
const remembered = 60
/** A sample's clock is moved at most this far at once, in days. */
const furthest = 400

type Entry = { from: 'bot'; id: string; view: View } | { from: 'person'; id: string; text: string }

export function localChat({ db, networkId, house, machineNow, texts, sentTo }: LocalChatOptions) {
  const network = async () => {
    const n = await people.network(db, networkId)
    if (!n) throw new Error('the sample network is gone')
    return n
  }
  return {
    emailOf: (handle: string) => `${handle}@${domain}`,

    async members(): Promise<{ handle: string; name: Bilingual; organization: Bilingual; roles: Role[]; language: Language }[]> {
      const n = await network()
      const organizations = await people.organizationsOf(db, networkId)
      return (await people.activeMembers(db, n))
        .filter(m => m.email?.endsWith(`@${domain}`))
        .map(m => ({
          handle: m.email?.split('@')[0] ?? '',
          name: m.name,
          organization: organizations.find(o => o.id === m.organizationId)?.name ?? {},
          roles: m.roles,
          language: m.language,
        }))
    },

    async history(account: Account): Promise<Entry[]> {
      const sent = await sentTo(db, networkId, account, remembered)
      const said = await texts(db, account.space, account.user, remembered)
      const entries: (Entry & { at: bigint; order: number })[] = []
      const ahead = BigInt((await network()).clockAhead) * 1_000_000n
      const seen = new Map<string, (typeof entries)[number]>()
      for (const row of [...sent].reverse()) {
        if (!row.card) continue
        const had = seen.get(row.card.id)
        if (had?.from === 'bot') {
          had.view = row.view
          continue
        }
        const entry = {
          from: 'bot' as const,
          id: row.card.id,
          view: row.view,
          at: row.sentAt?.epochNanoseconds ?? row.promisedAt.epochNanoseconds - ahead,
          order: row.seq,
        }
        entries.push(entry)
        seen.set(row.card.id, entry)
      }
      for (const t of [...said].reverse()) {
        const { content } = t.incoming
        if (content.kind === 'text')
          entries.push({ from: 'person', id: content.message ?? t.delivery, text: content.text, at: t.at.epochNanoseconds, order: 0 })
        if (content.kind === 'command')
          entries.push({
            from: 'person',
            id: t.delivery,
            text: `/${content.name} ${content.text}`.trim(),
            at: t.at.epochNanoseconds,
            order: 0,
          })
        if (content.kind === 'edited') {
          const old = entries.find(e => e.from === 'person' && e.id === content.message)
          if (old?.from === 'person') old.text = content.text
        }
      }
      entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order))
      return entries.map(({ at: _at, order: _order, ...entry }) => entry)
    },

    clock: {
      async read() {
        const n = await network()
        const now = presentOf(n, instantOf(machineNow()))
        const coming: { to: string; at: string }[] = []
        await house.within(networkId, async scene => {
          const found = await jumps(scene)
          for (const [to, at] of Object.entries(found))
            if (at && Temporal.Instant.compare(at, now) > 0) coming.push({ to, at: at.toString() })
        })
        return {
          now: now.toZonedDateTimeISO(n.settings.zone).toString({ timeZoneName: 'never', smallestUnit: 'second' }),
          zone: n.settings.zone,
          jumps: coming,
        }
      },
      async move(to: string): Promise<{ ok: true; now: string } | { ok: false; problem: string }> {
        const n = await network()
        const now = presentOf(n, instantOf(machineNow()))
        let target: Temporal.Instant
        try {
          target = /(Z|[+-]\d\d:?\d\d)$/.test(to)
            ? Temporal.Instant.from(to)
            : Temporal.PlainDateTime.from(to).toZonedDateTime(n.settings.zone).toInstant()
        } catch {
          return { ok: false, problem: 'Write an instant such as 2026-12-01T09:00:00+03:00.' }
        }
        if (Temporal.Instant.compare(target, now) < 0) return { ok: false, problem: 'The clock never goes back.' }
        if (now.until(target).total('hours') > furthest * 24)
          return { ok: false, problem: `The clock moves at most ${furthest} days at once.` }
        // Each moment is lived through at its own time, and only then does the present stand at the target.
        await house.clock.catchUp(networkId, target)
        await people.moveClock(db, networkId, Number(target.epochMilliseconds) - machineNow())
        await house.clock.catchUp(networkId, target)
        return { ok: true, now: target.toString() }
      },
    },
  }
}
