/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'actions',
    topic: 'meeting',
    name: 'actions',
    slash: false,
    title: { ar: 'إجراءات المتابعة', en: 'Actions' },
    about: {
      ar: 'ما على جهتكم من إجراءات المتابعة، لإفادة المركز بإنجازها',
      en: 'What your organization owes from the meetings, to say that it is done',
    },
    words: {
      ar: ['إجراءات المتابعة', 'إجراء متابعة', 'الإجراءات', 'ما علينا من الاجتماع', 'المهام علينا', 'أضف إجراء متابعة'],
      en: ['actions', 'my actions', 'our actions', 'action items', 'follow-up actions', 'what do we owe', 'add an action'],
    },
    examples: { ar: ar.actions, en: en.actions },
    who: everybody,
    rank: 25,
  },
] as const satisfies readonly Command[]
