/** What Slack says of a person (users.info), remembered for a while: name, e-mail, language, whether a guest. */
import type { WebClient } from '@slack/web-api'
import type { Profile } from '../../src/model/people.ts'
import type { Log } from '../http.ts'

const keptMs = 10 * 60_000
const most = 5_000
/** A delivery is acknowledged within three seconds, so this question gets part of them. */
const waitMs = 1_500

export function profiles(client: WebClient, now: () => number, log: Log) {
  const known = new Map<string, { at: number; profile: Profile }>()
  return {
    /** Never fails: without an answer the e-mail is unknown, and nobody is linked by it. */
    async of(user: string, space: string): Promise<Profile> {
      const key = `${space}/${user}`
      const had = known.get(key)
      if (had && now() - had.at < keptMs) return had.profile
      try {
        const asked = client.users.info({ user, include_locale: true })
        const answer = await Promise.race([asked, new Promise<null>(resolve => setTimeout(() => resolve(null), waitMs).unref())])
        if (!answer?.user) return had?.profile ?? { guest: false }
        const u = answer.user as typeof answer.user & { locale?: string; is_stranger?: boolean }
        const profile: Profile = {
          name: u.profile?.real_name || u.real_name || u.name,
          email: u.profile?.email?.toLowerCase(),
          language: u.locale ? (u.locale.startsWith('ar') ? 'ar' : 'en') : undefined,
          guest: Boolean(u.is_restricted || u.is_ultra_restricted || u.is_stranger || u.is_bot || (u.team_id && u.team_id !== space)),
        }
        if (known.size >= most) known.delete(known.keys().next().value ?? '')
        known.set(key, { at: now(), profile })
        return profile
      } catch (error) {
        log.warn({ err: error }, 'who wrote could not be asked')
        return had?.profile ?? { guest: false }
      }
    },
  }
}
