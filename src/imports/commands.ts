/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'import',
    topic: 'activities',
    name: 'import',
    slash: false,
    title: { ar: 'استيراد من ملف', en: 'Import from a file' },
    about: { ar: 'إضافة فعاليات من ملف إكسل أو CSV بعد معاينتها', en: 'Add activities from an Excel or CSV file, after a preview' },
    words: {
      ar: ['استيراد', 'استورد', 'رفع ملف', 'أرفع ملف', 'من ملف إكسل', 'قائمة فعالياتنا في ملف'],
      en: ['import', 'import activities', 'upload a file', 'upload our list', 'from an excel file', 'bulk upload', 'from a csv'],
    },
    examples: { ar: ar.import, en: en.import },
    who: ['member', 'coordinator'],
    rank: 26,
  },
] as const satisfies readonly Command[]
