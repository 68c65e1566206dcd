/**
 * Takes a person out of every table: what is theirs alone is deleted, and wherever else their name or e-mail stands it gives way to a word for a former
 * member. The one file that writes tables of all wings: it goes through the schema, so that a new table is covered by being there.
 */
import { and, eq, inArray, is, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type { Temporal } from 'temporal-polyfill'
import type { Account, Language } from '../src/model/people.ts'
import type { Database } from './client.ts'
import * as schema from './schema.ts'
import { absences, accounts, calendarFeeds, changes, conversations, files, inbox, joinRequests, members, outbox } from './schema.ts'

/** `names` and `emails` as they stand or stood anywhere; `former` is what stands in their place. */
export type Leaving = { memberId: string; accounts: Account[]; names: string[]; emails: string[]; former: Record<Language, string> }

/** All names, e-mails and accounts under which the network knows or knew a member: the roster's, earlier ones from the record, the platforms'. */
export async function knownOf(db: Database, networkId: string, memberId: string): Promise<Omit<Leaving, 'former'>> {
  const [row] = await db
    .select()
    .from(members)
    .where(and(eq(members.networkId, networkId), eq(members.id, memberId)))
  // Accounts of one who left are nobody's, and known by the e-mail that they were linked by.
  const unlinked = row?.email ? and(isNull(accounts.memberId), sql`lower(${accounts.profile} ->> 'email') = ${row.email}`) : undefined
  const theirs = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.networkId, networkId), or(eq(accounts.memberId, memberId), unlinked)))
  const past = await db
    .select({ before: changes.before, after: changes.after })
    .from(changes)
    .where(and(eq(changes.networkId, networkId), eq(changes.entity, 'member'), eq(changes.entityId, memberId)))
  const recorded = past.flatMap(p => [p.before, p.after])
  const said = (v: unknown): string[] => (typeof v === 'string' ? [v] : v && typeof v === 'object' ? Object.values(v).flatMap(said) : [])
  const unique = (all: (string | null | undefined)[]) => [...new Set(all.flatMap(v => v?.trim() || []))]
  return {
    memberId,
    accounts: theirs.map(({ platform, space, user }) => ({ platform, space, user })),
    names: unique([
      row?.nameAr,
      row?.nameEn,
      ...theirs.map(t => t.profile.name),
      ...recorded.flatMap(r => [...said(r?.name), ...said(r?.nameAr), ...said(r?.nameEn)]),
    ]),
    emails: unique([row?.email, ...theirs.map(t => t.profile.email), ...recorded.flatMap(r => said(r?.email))]),
  }
}

/** Forgets a member, in the transaction; the row stays under its id as a former member of their organization. */
export async function forget(db: Database, networkId: string, who: Leaving, at: Temporal.Instant): Promise<void> {
  const of = (t: { networkId: SQLWrapper }) => eq(t.networkId, networkId)
  for (const { platform, space, user } of who.accounts) {
    const by = (t: { networkId: SQLWrapper; platform: SQLWrapper; space: SQLWrapper; user: SQLWrapper }) =>
      and(of(t), eq(t.platform, platform), eq(t.space, space), eq(t.user, user))
    // What the person asked under this account before they were a member is theirs too.
    const asked = await db.delete(joinRequests).where(by(joinRequests)).returning({ id: joinRequests.id })
    if (asked.length > 0)
      await db
        .update(changes)
        .set({ before: null, after: null })
        .where(
          and(
            of(changes),
            eq(changes.entity, 'join'),
            inArray(
              changes.entityId,
              asked.map(a => a.id),
            ),
          ),
        )
    await db.delete(outbox).where(by(outbox))
    await db.delete(outbox).where(and(of(outbox), eq(outbox.platform, platform), eq(outbox.space, space), eq(outbox.onlyTo, user)))
    await db.delete(conversations).where(by(conversations))
    await db.delete(accounts).where(by(accounts))
    await db
      .delete(inbox)
      .where(
        and(
          eq(inbox.platform, platform),
          eq(inbox.space, space),
          or(sql`${inbox.incoming} -> 'account' ->> 'user' = ${user}`, sql`${inbox.incoming} -> 'place' ->> 'id' = ${user}`),
        ),
      )
  }
  await db.delete(outbox).where(and(of(outbox), eq(outbox.memberId, who.memberId)))
  await db.delete(absences).where(and(of(absences), or(eq(absences.memberId, who.memberId), eq(absences.delegateId, who.memberId))))
  await db.delete(calendarFeeds).where(and(of(calendarFeeds), eq(calendarFeeds.memberId, who.memberId)))
  // A file may hold the name, and what is packed cannot be looked through: whoever still wants one asks for it again.
  await db.delete(files).where(of(files))
  await db
    .update(changes)
    .set({ before: null, after: null })
    .where(and(of(changes), inArray(changes.entity, ['member', 'account']), eq(changes.entityId, who.memberId)))
  await db
    .update(members)
    .set({
      nameAr: who.former.ar,
      nameEn: who.former.en,
      email: null,
      roles: [],
      chosenLanguage: null,
      rosterLanguage: null,
      platformLanguage: null,
      active: false,
      leftAt: at,
    })
    .where(and(of(members), eq(members.id, who.memberId)))
  await everywhere(db, networkId, who)
}

/** Letters that people write for each other in Arabic, and what may stand behind any of them: vowel signs and the stretch. */
const alike = ['اأإآٱ', 'هة', 'يىئ', 'وؤ']
const signs = '[\u064b-\u0652\u0670\u0640]*'
const lettersOf = (word: string): string =>
  [...word]
    .filter(c => !/[\u064b-\u0652\u0670\u0640]/.test(c))
    .map(c => {
      const letter = alike.find(set => set.includes(c))
      return `${letter ? `[${letter}]` : c}${signs}`
    })
    .join('')

/** A pattern for any of some texts, the longest first, Arabic ones in any spelling; null for none. `json`: as they stand inside a JSON text. */
function patternOf(texts: readonly string[], json: boolean): string | null {
  const escaped = (t: string): string =>
    t
      .split(/\s+/)
      .map(w => {
        const said = (json ? JSON.stringify(w).slice(1, -1) : w).replace(/[\\^$.|?*+(){}[\]]/g, '\\$&')
        return arabic.test(said) ? lettersOf(said) : said
      })
      .join('\\s+')
  const all = [...texts].sort((a, b) => b.length - a.length).map(escaped)
  return all.length > 0 ? `(?:${all.join('|')})` : null
}

const arabic = /\p{Script=Arabic}/u
/** A name of one word is a word of any sentence as well: it is taken only out of what names people. */
const whole = (name: string): boolean => /\s/.test(name.trim())

async function everywhere(db: Database, networkId: string, who: Leaving): Promise<void> {
  const names = who.names.filter(whole)
  const groups: [string[], string][] = [
    [names.filter(n => arabic.test(n)), who.former.ar],
    [[...who.emails, ...names.filter(n => !arabic.test(n))], who.former.en],
  ]
  for (const table of Object.values(schema)) if (is(table, PgTable)) await replaced(db, networkId, table, groups)
  const single = who.names.filter(n => !whole(n))
  const among: [string[], string][] = [
    [single.filter(n => arabic.test(n)), who.former.ar],
    [single.filter(n => !arabic.test(n)), who.former.en],
  ]
  for (const [texts, former] of among) {
    if (texts.length === 0) continue
    const { briefings, attendance } = schema
    await db
      .update(briefings)
      .set({ presenter: former })
      .where(and(eq(briefings.networkId, networkId), inArray(sql`btrim(${briefings.presenter})`, texts)))
    await db
      .update(attendance)
      .set({ insteadName: former })
      .where(and(eq(attendance.networkId, networkId), inArray(sql`btrim(${attendance.insteadName})`, texts)))
  }
  // What was sent to others, and is kept so that their cards can change.
  await replaced(db, networkId, outbox, among, ['view'])
}

/** Replaces texts in every column of a table that holds words. */
async function replaced(
  db: Database,
  networkId: string,
  table: PgTable,
  groups: readonly (readonly [readonly string[], string])[],
  only?: readonly string[],
): Promise<void> {
  const { name, columns } = getTableConfig(table)
  const sets = []
  const wheres = []
  for (const column of columns) {
    // What rows are sharded by is never written to.
    if (column.name === 'network_id' || (only && !only.includes(column.name))) continue
    const type = column.getSQLType()
    const json = type === 'jsonb'
    if (!json && type !== 'text' && type !== 'text[]') continue
    const c = sql.identifier(column.name)
    const patterns = groups.flatMap(([texts, former]) => {
      const pattern = patternOf(texts, json)
      return pattern ? [{ pattern, former }] : []
    })
    const exchanged = (text: SQL) =>
      patterns.reduce((t, { pattern, former }) => sql`regexp_replace(${t}, ${pattern}, ${former}, 'gi')`, text)
    for (const { pattern } of patterns) wheres.push(sql`${c}::text ~* ${pattern}`)
    if (patterns.length === 0) continue
    sets.push(
      json
        ? sql`${c} = (${exchanged(sql`${c}::text`)})::jsonb`
        : type === 'text'
          ? sql`${c} = ${exchanged(sql`${c}`)}`
          : sql`${c} = coalesce((select array_agg(${exchanged(sql`x.word`)} order by x.at) from unnest(${c}) with ordinality as x(word, at)), '{}')`,
    )
  }
  if (sets.length === 0) return
  const ours = columns.some(c => c.name === 'network_id')
    ? sql`network_id = ${networkId}`
    : // What came in is of a network by the place it came from.
      name === 'inbox'
      ? sql`exists (select from accounts a where a.network_id = ${networkId} and a.platform = inbox.platform and a.space = inbox.space)`
      : name === 'networks'
        ? sql`id = ${networkId}`
        : null
  if (!ours) return
  await db.execute(sql`update ${sql.identifier(name)} set ${sql.join(sets, sql`, `)} where ${ours} and (${sql.join(wheres, sql` or `)})`)
}
