/** Calendars on the one server: an address that only its owner knows. What is nobody's, or nobody's any more, is not found, like any other page. */
import type { Application, NextFunction, Request, Response } from 'express'
import { type Feeds, feedPath } from '../src/model/feed.ts'
import type { Log } from './http.ts'

export type FeedOptions = {
  feeds: Feeds
  log: Log
  /** Milliseconds since 1970. */
  now: () => number
}

/** Fetches of one address in a minute; calendars look every few minutes at most. */
const mostEach = 30
/** Fetches of all addresses in a minute, so that guessing keeps nobody else waiting. */
const mostAll = 1200
/** Fetches under way at once: each reads the whole of a plan. */
const mostAtOnce = 4
const minute = 60_000

export const feedRoute =
  ({ feeds, log, now }: FeedOptions) =>
  (app: Application): void => {
    let since = 0
    let all = 0
    let underWay = 0
    const each = new Map<string, number>()
    const tooMany = (secret: string): boolean => {
      if (now() - since >= minute) {
        since = now()
        all = 0
        each.clear()
      }
      const times = (each.get(secret) ?? 0) + 1
      each.set(secret, times)
      return ++all > mostAll || times > mostEach
    }
    const later = (res: Response, status: 429 | 503): void =>
      void res.status(status).set('Retry-After', '60').type('text').send('please try again later')

    app.get(feedPath(':secret'), async (req: Request<{ secret: string }>, res: Response, next: NextFunction) => {
      const { secret } = req.params
      // The shape of every address there is: what has another is asked of nobody.
      if (!/^[\w-]{20,100}$/.test(secret)) return next()
      if (tooMany(secret)) return later(res, 429)
      if (underWay >= mostAtOnce) return later(res, 503)
      underWay++
      try {
        const feed = await feeds.fetch(secret)
        if (!feed) return next()
        res.set({
          // To be asked about each time: what may be seen changes with the hour.
          'Cache-Control': 'private, no-cache',
          ETag: feed.etag,
          'Content-Disposition': 'inline; filename="calendar.ics"',
        })
        if (given(req.headers['if-none-match']).includes(bare(feed.etag))) return void res.status(304).end()
        res.type(feed.mime).send(Buffer.from(feed.bytes))
      } catch (error) {
        // The server's own handler would log the path, and the path is the secret.
        log.error({ err: error }, 'a calendar could not be given')
        later(res, 503)
      } finally {
        underWay--
      }
    })
  }

const bare = (etag: string): string => etag.trim().replace(/^W\//, '')
const given = (header: string | undefined): string[] => (header ?? '').split(',').map(bare)
