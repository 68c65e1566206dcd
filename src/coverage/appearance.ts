/** One appearance in the media, made of what a text says of it and of what is known or guessed of its outlet. Pure. */
import type { Level, Medium, Outlet, Tone } from '../model/coverage.ts'
import type { Context } from '../model/meaning.ts'
import type { Language } from '../model/people.ts'
import { hasArabic } from '../understanding/fold.ts'
import type { Entry } from './entries.ts'
import type { Link } from './links.ts'
import { guess, type Known, ofHost } from './outlets.ts'

/** One appearance as it was read. `outlet` is null where the network lists none of that name; then medium and level are a guess. */
export type Read = {
  outlet: Outlet | null
  name: string
  medium: Medium
  level: Level
  language: Language | null
  title: string | null
  link: string | null
  key: string | null
  host: string | null
  /** YYYY-MM-DD; null where the text says none. */
  on: string | null
  reach: number | null
  how: string | null
  /** What it reached together with the others that the text tells of. */
  together: { reach: number; how: string | null } | null
  tone: Tone | null
  /** How often the text gave this link. */
  times: number
}

export type Reads = { known: Known; region: string; context: Context }

/** `raw` are the words a name stood in, which may say what it is. */
export type Said = { outlet: Outlet | null; name: string; title: string | null; raw?: string | undefined }

export type Facts = {
  level?: Level | null
  link: Link | null
  on: string | null
  reach: { reach: number; how: string | null } | null
  tone: Tone | null
  said: string
}

/** Media on which others have an account. */
export const platform = (o: Outlet): boolean => o.medium === 'social' || o.medium === 'video'

const languageOf = (outlet: Outlet | null, title: string | null, host: string | null, link: string | null): Language | null =>
  outlet?.language ??
  (title ? (hasArabic(title) ? 'ar' : /[a-z]/i.test(title) ? 'en' : null) : null) ??
  (host ? ((/\/(ar|en)(?:\/|$)/.exec(link ?? '')?.[1] as Language | undefined) ?? null) : null)

const longestTitle = 200

export function made(said: Said, facts: Facts, entry: Entry, reads: Reads): Read {
  const { link } = facts
  const language = languageOf(said.outlet, said.title, link?.host ?? null, link?.link ?? null)
  const guessed = said.outlet
    ? null
    : guess(`${said.raw ?? said.name} ${facts.said}`, { host: link?.host ?? null, heading: entry.heading, region: reads.region, language })
  const onPlatform = link ? ofHost(reads.known, link.host) : null
  // A paper's post on a platform is the paper's, and is counted where it stood.
  const medium =
    said.outlet && onPlatform && platform(onPlatform) ? onPlatform.medium : (said.outlet?.medium ?? guessed?.medium ?? 'news_site')
  const title = said.title && [...said.title].length > longestTitle ? `${[...said.title].slice(0, longestTitle - 1).join('')}…` : said.title
  return {
    outlet: said.outlet,
    name: said.outlet ? (said.outlet.name.en ?? said.outlet.name.ar ?? '') : said.name,
    medium,
    level: facts.level ?? said.outlet?.level ?? guessed?.level ?? 'local',
    language,
    title,
    link: link?.link ?? null,
    key: link?.key ?? null,
    host: link?.host ?? null,
    on: facts.on ?? entry.on,
    reach: facts.reach?.reach ?? null,
    how: facts.reach?.how ?? null,
    together: null,
    tone: facts.tone,
    times: 1,
  }
}
