/** Lines of an agenda that the wings below tell in their own words: the echo, success stories, support, training. */
import type { Voice } from '../activities/show.ts'
import type { Echo } from '../coverage/echo.ts'
import { echoForMeeting, echoLines } from '../coverage/echo-meeting.ts'
import type { Scene } from '../dialogue/turn.ts'
import { type Meeting, windowOf } from '../meetings/occurrences.ts'
import type { Reader } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { storiesForMeeting, storyLines } from '../stories/edition.ts'
import { supportForMeeting, supportLines } from '../support/month.ts'
import { addMonths } from '../time/zone.ts'
import { trainingForMeeting, trainingLines } from '../training/agenda.ts'

type ReportKind = 'echo' | 'stories' | 'support' | 'training'
/** `month` is the one it looks back on, null where it looks ahead; `echo` what the line of that kind tells of. */
export type Report = { kind: ReportKind; month: Month | null; said: (voice: Voice) => Part[]; echo: Echo | null }

/** What was made of the month before the meeting's own, what was asked of the centre in it, and the training that is on offer. */
export function reports(scene: Scene, meeting: Meeting, reader: Reader): Record<ReportKind, () => Promise<({ key: string } & Report)[]>> {
  const month = addMonths(windowOf(scene, meeting).months[0] as Month, -1)
  const line = (kind: ReportKind, of: Month | null, said: (voice: Voice) => Part[], echo: Echo | null = null) =>
    // Whether there is anything to say is the same in every language.
    said({ speak: scene.voice('en'), organizations: scene.organizations }).length === 0 ? [] : [{ key: kind, kind, month: of, said, echo }]
  return {
    echo: async () => {
      const echo = await echoForMeeting(scene, reader, month)
      return echo ? line('echo', month, voice => echoLines(voice, echo), echo) : []
    },
    stories: async () => {
      const found = await storiesForMeeting(scene, reader, month)
      return line('stories', month, voice => storyLines(found, scene, voice.speak))
    },
    support: async () => {
      const found = await supportForMeeting(scene, reader, month)
      return line('support', month, voice => supportLines(voice, found))
    },
    training: async () => {
      const found = await trainingForMeeting(scene, reader, meeting.startsAt)
      return line('training', null, voice => trainingLines(voice.speak, found))
    },
  }
}
