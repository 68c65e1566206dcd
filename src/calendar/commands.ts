/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'calendar',
    topic: 'plan',
    name: 'calendar',
    slash: false,
    title: { ar: 'التقويم', en: 'Calendar' },
    about: {
      ar: 'المخطط والاجتماعات في تقويمكم، وملف فعالية بعينها',
      en: 'The plan and the meetings in your own calendar; one activity as a file',
    },
    words: {
      ar: ['عنوان التقويم', 'تقويمي', 'الاشتراك في التقويم', 'ملف التقويم', 'أضف إلى التقويم', 'رابط التقويم'],
      en: ['calendar', 'my calendar address', 'calendar feed', 'subscribe to the calendar', 'calendar file', 'add to my calendar', 'ics'],
    },
    examples: { ar: ar.calendar, en: en.calendar },
    who: everybody,
    rank: 25,
  },
] as const satisfies readonly Command[]
