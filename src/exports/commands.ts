/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'export',
    topic: 'plan',
    name: 'export',
    slash: false,
    title: { ar: 'تصدير كملف', en: 'Take it as a file' },
    about: {
      ar: 'المخطط أو إصدار منه كملف، بالعربية أو الإنجليزية أو كلتيهما',
      en: 'The plan or an edition as a file, in either or both languages',
    },
    words: {
      ar: ['تصدير', 'صدّر', 'بصيغة إكسل', 'ملف إكسل', 'إكسل', 'كملف', 'بصيغة وورد', 'ملف وورد', 'تنزيل المخطط', 'نزّل المخطط'],
      en: ['export', 'as excel', 'excel file', 'spreadsheet', 'as a file', 'as word', 'word file', 'word document', 'download the plan'],
    },
    examples: { ar: ar.export, en: en.export },
    who: everybody,
    rank: 25,
  },
] as const satisfies readonly Command[]
