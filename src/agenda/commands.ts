/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'agenda',
    topic: 'meeting',
    name: 'agenda',
    slash: false,
    title: { ar: 'جدول الأعمال', en: 'Agenda' },
    about: { ar: 'بنود الاجتماع القادم بأوقاتها', en: 'What the next meeting is about, line by line, with times' },
    words: {
      ar: ['جدول أعمال الاجتماع', 'أجندة الاجتماع', 'بنود الاجتماع', 'ما جدول الأعمال'],
      en: ['agenda of the meeting', 'meeting agenda', 'what is on the agenda', 'agenda items'],
    },
    examples: { ar: ar.agenda, en: en.agenda },
    who: everybody,
    rank: 21,
  },
  {
    key: 'briefing',
    topic: 'meeting',
    name: 'briefing',
    slash: false,
    title: { ar: 'عرض موجز', en: 'Briefing' },
    about: { ar: 'طلب فقرة في الاجتماع لعرض مشروع', en: 'Ask for a slot in the meeting to present a project' },
    words: {
      ar: ['طلب عرض موجز', 'العروض الموجزة', 'فقرة في الاجتماع', 'نقدم عرضاً في الاجتماع'],
      en: ['ask for a briefing', 'briefing slot', 'briefings', 'present at the meeting', 'slot in the meeting'],
    },
    examples: { ar: ar.briefing, en: en.briefing },
    who: ['member', 'coordinator'],
    rank: 25,
  },
  {
    key: 'attendance',
    topic: 'meeting',
    name: 'attendance',
    slash: false,
    title: { ar: 'حضور الاجتماع', en: 'Attendance' },
    about: { ar: 'هل تحضرون الاجتماع، ومن يحضر', en: 'Say whether you come to the meeting, and see who does' },
    words: {
      ar: ['سأحضر الاجتماع', 'أعتذر عن الاجتماع', 'من سيحضر الاجتماع', 'دعوة الاجتماع', 'تأكيد الحضور'],
      en: [
        'I will attend the meeting',
        'I cannot attend the meeting',
        'who is coming to the meeting',
        'meeting invitation',
        'confirm attendance',
      ],
    },
    examples: { ar: ar.attendance, en: en.attendance },
    who: ['member', 'coordinator'],
    rank: 26,
  },
] as const satisfies readonly Command[]
