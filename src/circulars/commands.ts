/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'circular',
    topic: 'messages',
    name: 'circular',
    slash: false,
    title: { ar: 'تعميم', en: 'Circular' },
    about: {
      ar: 'إرسال تعميم إلى الشبكة أو بعضها، ومتابعة من اطلع عليه',
      en: 'Send a circular to the network or some of it, and see who has read it',
    },
    words: {
      ar: ['تعميم', 'التعاميم', 'تعميم جديد', 'تعميم عاجل', 'توجيه إعلامي', 'كتابة تعميم', 'إرسال تعميم', 'من لم يطلع على التعميم'],
      en: [
        'circular',
        'circulars',
        'new circular',
        'urgent circular',
        'issue a line to take',
        'send a circular',
        'who has not read the circular',
      ],
    },
    examples: { ar: ar.circular, en: en.circular },
    who: ['coordinator'],
    rank: 27,
  },
  {
    key: 'acknowledge',
    topic: 'messages',
    name: 'acknowledge',
    slash: false,
    title: { ar: 'الاطلاع على تعميم', en: 'Acknowledge a circular' },
    about: { ar: 'الإفادة بالاطلاع على التعميم الذي ينتظركم', en: 'Say that you have read the circular that waits for you' },
    words: { ar: ['تم الاطلاع', 'اطلعنا', 'اطلعت على التعميم'], en: ['acknowledged', 'acknowledge', 'I have read the circular'] },
    examples: { ar: ar.acknowledge, en: en.acknowledge },
    who: everybody,
    rank: 28,
  },
] as const satisfies readonly Command[]
