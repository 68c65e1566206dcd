/**
 * Files out: bytes are kept in the transaction that promises them, and the part of a view that names them is handed over by whatever platform it
 * goes to. What is kept ends by the clock.
 */
import * as dueDb from '../../db/due.ts'
import * as filesDb from '../../db/files.ts'
import { view, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, PressHandler } from '../dialogue/wing.ts'
import type { FilePart } from '../model/view.ts'

/** Days for which a file is kept: whoever is asked for consent may answer late. */
const keptDays = 30
/** Days for which its address opens it, for whoever has the address. */
const openDays = 7
export const fileDue = 'file.end'

/** What is handed over; `alt` where it is a picture to be shown. `reader`: the member whom it was made for, or null where all who are sent it may see the same. */
export type NewFile = { name: string; mime: string; bytes: Uint8Array; reader: string | null; alt?: string }

/** Keeps a file, and returns the part of a view that hands it over. */
export async function keepFile(scene: Scene, { name, mime, bytes, reader, alt }: NewFile): Promise<FilePart> {
  const id = scene.ids()
  const after = (days: number) => scene.now.add({ hours: 24 * days })
  const row = { networkId: scene.network.id, id, name, mime, size: bytes.length, bytes, memberId: reader, madeAt: scene.now }
  await filesDb.keep(scene.db, { ...row, openUntil: after(openDays), keptUntil: after(keptDays) })
  await dueDb.set(scene.db, scene.network.id, { kind: fileDue, subject: id, at: after(keptDays) })
  return { kind: 'file', id, name, mime, size: bytes.length, ...(alt ? { alt } : {}) }
}

export const letGo: DueHandler = (scene, subject) => filesDb.letGo(scene.db, scene.network.id, subject)

/** The file as long as it is kept and this person may have it. */
async function fileFor(turn: Turn, id: string | undefined): Promise<FilePart | null> {
  const found = id ? await filesDb.file(turn.db, turn.network.id, id) : null
  if (!found || (found.memberId && found.memberId !== turn.reader.memberId)) return null
  return { kind: 'file', id: found.id, name: found.name, mime: found.mime, size: found.size }
}

/** A person said that they want a file which is put somewhere of theirs only then (Teams). */
export const sendFile: PressHandler = async (turn, args) => {
  const file = await fileFor(turn, args.file)
  return { views: [file ? view(turn.language, [file], file.name) : warn(turn.speak, 'dialogue.fileGone')] }
}

export const declineFile: PressHandler = async turn => ({ replace: warn(turn.speak, 'dialogue.fileDeclined') })

/**
 * A title as a file's name. An Arabic one ends with a word: a number before the dot would be drawn behind the letters after it. Without marks of direction
 * and signs that some systems take for a path, its digits those of any keyboard.
 */
export const fileNameOf = (title: string): string =>
  title
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/[٠-٩]/g, d => String('٠١٢٣٤٥٦٧٨٩'.indexOf(d)))
    .replace(/[\\/:*?"<>|،,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
