/** A page for everybody who has its address, in both languages. */
import type { Language } from './people.ts'

export type Page = { title: string; parts: { heading?: string; lines: string[] }[] }
/** By the path it is served under, without its slash. */
export type Pages = Record<string, Record<Language, Page>>
