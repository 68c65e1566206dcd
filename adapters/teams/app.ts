/** Teams on botbuilder: checks the token, stores before it acknowledges, hands over, and answers what must be answered at once. Decides nothing. */
import { type Activity, CloudAdapter, type InvokeResponse, TeamsInfo, type TurnContext } from 'botbuilder'
import type { AuthenticateRequestResult } from 'botframework-connector'
import express, { type Application, type Request, type Response } from 'express'
import { type Fallback, type Inbox, inLanguage, NotStored, type Reply, type Taken } from '../../src/model/inbox.ts'
import type { Messenger } from '../../src/model/messenger.ts'
import type { Profile } from '../../src/model/people.ts'
import { bodyLimit, fetchFile, type Log } from '../http.ts'
import { audienceOf, type ConnectOptions, connect } from './connect.ts'
import { hasSafeUpload } from './files.ts'
import { limits } from './limits.ts'
import { activityShape, asIncoming, downloadOf, languageOf, type Read, read, type TeamsActivity } from './read.ts'
import { saidInDialog, toDialog } from './render.ts'
import { createMessenger } from './send.ts'

export type TeamsOptions = ConnectOptions & {
  inbox: Inbox
  log: Log
  fallback: Fallback
  /** Milliseconds since 1970. */
  now: () => number
}

/** The adapter's own way in, with a token that was checked already. */
class CheckedAdapter extends CloudAdapter {
  handle(
    checked: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(checked, activity, logic)
  }
}

const keptMs = 10 * 60_000
const mostKept = 5_000
const memberMs = 1_500
const fileMs = 5_000
/** Characters of a refusal's reason in the log. */
const reasonLength = 300

export function createTeams(options: TeamsOptions): { messenger: Messenger; routes: (app: Application) => void } {
  const { inbox, log, fallback, now } = options
  const auth = connect(options)
  const adapter = new CheckedAdapter(auth)
  const known = new Map<string, { at: number; profile: Profile }>()

  /** What Teams says of the person; without an answer the e-mail is unknown, and nobody is linked by it. */
  async function profileOf(context: TurnContext, a: TeamsActivity): Promise<Profile> {
    const key = `${a.conversation.tenantId ?? ''}/${a.from.id}`
    const had = known.get(key)
    if (had && now() - had.at < keptMs) return had.profile
    const basic: Profile = { name: a.from.name ?? undefined, language: languageOf(a), guest: false }
    try {
      const late = new Promise<null>(resolve => setTimeout(() => resolve(null), memberMs).unref())
      const member = await Promise.race([TeamsInfo.getMember(context, a.from.id), late])
      if (!member) return had?.profile ?? basic
      const upn = member.userPrincipalName ?? ''
      const profile: Profile = {
        name: member.name || basic.name,
        email: (member.email || upn || undefined)?.toLowerCase(),
        language: basic.language,
        guest: member.userRole === 'guest' || /#ext#/i.test(upn),
      }
      if (known.size >= mostKept) known.delete(known.keys().next().value ?? '')
      known.set(key, { at: now(), profile })
      return profile
    } catch (error) {
      log.warn({ err: error }, 'who wrote could not be asked')
      return had?.profile ?? basic
    }
  }

  /** A file that was sent to the bot, with its bytes where they can be had: Teams gives an address that needs no token. */
  async function withFile(was: Read, a: TeamsActivity): Promise<Read> {
    const url = downloadOf(a)
    if (was.content.kind !== 'file' || !url || !(url.startsWith('https:') || options.unsigned)) return was
    const file = await fetchFile(url, {}, fileMs, log)
    return file ? { ...was, content: { ...was.content, ...file } } : was
  }

  async function receive(req: Request, res: Response): Promise<void> {
    const parsed = activityShape.safeParse(req.body)
    if (!parsed.success) return refuse(res, req, 400)
    const a = parsed.data
    let checked: AuthenticateRequestResult
    try {
      checked = await auth.authenticateRequest(req.body as Activity, options.unsigned ? '' : (req.headers.authorization ?? ''))
    } catch (error) {
      // Not only a token that is wrong: the keys to check it with may be out of reach.
      return refuse(res, req, 401, error instanceof Error ? error.message.slice(0, reasonLength) : String(error))
    }
    let background: Taken | null = null
    try {
      const answered = await adapter.handle(checked, req.body as Activity, async context => {
        background = await turn(context, a)
      })
      res.status(answered?.status ?? 200)
      if (answered?.body === undefined) res.end()
      else res.json(answered.body)
    } catch (error) {
      log.error({ err: error }, 'a Teams delivery could not be taken')
      // Teams does not promise to send a message again: the person was told in the conversation where that could be done.
      if (!res.headersSent) res.status(error instanceof NotStored ? 503 : 500).end()
      return
    }
    const work = background as Taken | null
    if (work) await finished(work)
  }

  function refuse(res: Response, req: Request, status: number, reason?: string): void {
    log.warn({ path: req.path, status, ...(reason ? { reason } : {}) }, 'a request was refused')
    res.status(status).end()
  }

  /** Stores what came; answers an invoke. What needs no answer at once is returned, to be worked after the acknowledgement. */
  async function turn(context: TurnContext, a: TeamsActivity): Promise<Taken | null> {
    const was = read(a)
    if (!was) {
      if (a.type === 'invoke') await invoked(context, undefined)
      return null
    }
    if (!options.unsigned && !hasSafeUpload(was.place)) {
      log.warn({ type: a.type }, 'a file is to be put at an address that is not https')
      await invoked(context, undefined)
      return null
    }
    if (!was.tenant && !options.unsigned) {
      log.warn({ type: a.type }, 'an activity without a tenant was left alone')
      return null
    }
    const profile = await profileOf(context, a)
    const { content } = was
    const carried = content.kind === 'press' ? content.press.language : content.kind === 'answers' ? content.language : undefined
    const language = carried ?? languageOf(a) ?? 'ar'
    let taken: Taken
    try {
      taken = await inbox.take(asIncoming(await withFile(was, a), profile))
    } catch (error) {
      if (!(error instanceof NotStored)) throw error
      if (a.type === 'invoke') await invoked(context, saidInDialog(inLanguage(fallback.notSaved, language)))
      else {
        await context.sendActivity(inLanguage(fallback.notSaved, language)).catch(() => {})
        throw error
      }
      return null
    }
    if (a.type !== 'invoke') return taken
    if (a.name === 'adaptiveCard/action') {
      // The card itself is brought up to date by delivery; the press only needs to hear that it arrived. An empty value counts as a failure
      // to Teams, which then says the app cannot be reached and presses again.
      const value = inLanguage(fallback.received, language)
      await invoked(context, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value })
      return taken
    }
    if (a.name === 'fileConsent/invoke') {
      await invoked(context, undefined)
      return taken
    }
    const late = new Promise<'late'>(resolve => setTimeout(() => resolve('late'), limits.invokeMs).unref())
    const work = finished(taken)
    const reply = await Promise.race([work, late])
    if (reply === 'late') await invoked(context, saidInDialog(inLanguage(fallback.loading, language)))
    else if (!reply) await invoked(context, saidInDialog(inLanguage(fallback.notSaved, language)))
    else await invoked(context, reply.dialog ? toDialog(reply.dialog, fallback) : undefined)
    return null
  }

  /** Without a body it is "nothing further": the dialog closes. An empty object instead is a fault to Teams, which then says the app cannot be reached. */
  const invoked = (context: TurnContext, body: object | undefined): Promise<unknown> =>
    context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })

  const finished = (taken: Taken): Promise<Reply | null> =>
    taken.work().catch((error: unknown) => {
      log.error({ err: error }, 'a Teams delivery failed')
      return null
    })

  return {
    messenger: createMessenger({ adapter, appId: options.appId, audience: audienceOf(options), fallback }),
    routes(app) {
      app.post('/api/messages', express.json({ limit: bodyLimit }), (req, res, next) => receive(req, res).catch(next))
    },
  }
}
