/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'messages',
    topic: 'messages',
    name: 'messages',
    slash: false,
    title: { ar: 'بنك الرسائل', en: 'Message bank' },
    about: { ar: 'ما نقوله في موضوع أو أولوية، جاهزاً للنسخ', en: 'What we say about a topic or a priority, ready to copy' },
    words: {
      ar: ['بنك الرسائل', 'الرسائل المعتمدة', 'اقتراح رسالة', 'نقاط الحديث'],
      en: ['message bank', 'our messages on', 'talking points', 'line to take', 'propose a message'],
    },
    examples: { ar: ar.messages, en: en.messages },
    who: everybody,
    rank: 23,
  },
] as const satisfies readonly Command[]
