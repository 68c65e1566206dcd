/**
 * Files of Teams. In a personal chat a card asks first whether the file may be saved in the person's OneDrive; once they said so the bytes are put at the
 * address that came with their answer, and a card of the file takes its place. In a channel there is no such thing: there a file is a link. A picture is
 * shown in a card at once.
 */
import type { Activity } from 'botbuilder'
import { z } from 'zod'
import type { Content, Place } from '../../src/model/incoming.ts'
import type { Language } from '../../src/model/people.ts'
import type { FilePart } from '../../src/model/view.ts'
import { pictureOf } from '../cards/card.ts'

const context = z.object({ file: z.string(), language: z.enum(['ar', 'en']).optional() })
const consent = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context,
  uploadInfo: z
    .looseObject({
      uploadUrl: z.url(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string().optional(),
    })
    .nullish(),
})

/** Where a file that was asked for is to be put, and the card that asked; kept in the place to answer to. */
const uploadShape = z.object({
  file: z.string(),
  uploadUrl: z.string(),
  contentUrl: z.string(),
  name: z.string(),
  uniqueId: z.string(),
  fileType: z.string(),
  card: z.string().nullable(),
})
export type Upload = z.infer<typeof uploadShape>

/** What a person said to a card that asked: a press, and where the bytes are to be put. */
export function readConsent(value: unknown, card: string | null): { content: Content; upload: Upload | null } | null {
  const parsed = consent.safeParse(value)
  if (!parsed.success) return null
  const { action, context: of, uploadInfo: to } = parsed.data
  const press = (name: string): Content => ({
    kind: 'press',
    press: { name, args: { file: of.file }, ...(of.language ? { language: of.language } : {}) },
    dialog: false,
  })
  if (action === 'decline' || !to) return { content: press('file.decline'), upload: null }
  const { uploadUrl, contentUrl, name, uniqueId, fileType = '' } = to
  return { content: press('file.send'), upload: { file: of.file, uploadUrl, contentUrl, name, uniqueId, fileType, card } }
}

/** Where this very file is to be put, if the person was just asked about it. */
export function uploadFor(place: Place | null, file: FilePart): Upload | null {
  const upload = uploadShape.safeParse(place?.detail?.upload)
  return upload.success && upload.data.file === file.id ? upload.data : null
}

export const consentCard = (file: FilePart, description: string, language: Language): Partial<Activity> => {
  const carried = { file: file.id, language }
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: file.name,
        content: { description, sizeInBytes: file.size, acceptContext: carried, declineContext: carried },
      },
    ],
  }
}

/** Bytes of a picture that Teams shows in a message (its own limit; what is encoded so does not count to the message's size). */
const mostPicture = 1_000_000

/** A picture as a card that holds it; null where it is none, or too large. */
export function pictureCard(file: FilePart, bytes: Uint8Array | null): Partial<Activity> | null {
  if (!file.alt || !bytes || bytes.length > mostPicture) return null
  const url = `data:${file.mime};base64,${Buffer.from(bytes).toString('base64')}`
  const content = { type: 'AdaptiveCard', version: '1.5', body: [pictureOf(url, file.alt)], msteams: { width: 'Full' } }
  return { type: 'message', summary: file.alt, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }
}

export const fileCard = (upload: Upload): Partial<Activity> => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl: upload.contentUrl,
      name: upload.name,
      content: { uniqueId: upload.uniqueId, fileType: upload.fileType },
    },
  ],
})

/** Milliseconds an upload may take. */
const uploadMs = 60_000

/** Puts a file's bytes where they are to be, in one piece (Microsoft Graph, upload sessions). @throws with `statusCode` where that is refused. */
export async function put(url: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(uploadMs),
  })
  if (!response.ok) throw Object.assign(new Error(`an upload was answered ${response.status}`), { statusCode: response.status })
}

/** Bytes go out over https alone, but for the emulator's. */
export const hasSafeUpload = (place: Place): boolean => {
  const upload = uploadShape.safeParse(place.detail?.upload)
  return !upload.success || upload.data.uploadUrl.startsWith('https:')
}
