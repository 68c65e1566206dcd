/** The loopback door of `npm run setup-code`: while the bot runs on the embedded database, it alone can make a code. */
import { timingSafeEqual } from 'node:crypto'
import type { Application } from 'express'
import { loopbackOnly } from './http.ts'

export type SetupCodeOptions = {
  key: string
  makeCode: () => Promise<{ ok: true; value: { code: string; days: number } } | { ok: false; problem: string }>
}

export const setupCodeRoute =
  ({ key, makeCode }: SetupCodeOptions) =>
  (app: Application): void => {
    app.post('/internal/setup-code', loopbackOnly, async (req, res) => {
      const given = Buffer.from((req.headers.authorization ?? '').replace(/^Bearer /, ''))
      const wanted = Buffer.from(key)
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
        return void res.status(401).json({ problem: 'not the key of this bot' })
      const made = await makeCode()
      res.status(made.ok ? 200 : 409).json(made.ok ? made.value : { problem: made.problem })
    })
  }
