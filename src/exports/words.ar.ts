/** What the exports wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'sheet.plan': 'المخطط',
  'sheet.from': 'من (التاريخ)',
  'sheet.at': 'من (الوقت)',
  'sheet.to': 'إلى (التاريخ)',
  'sheet.until': 'إلى (الوقت)',
  'sheet.when': 'الموعد نصاً',
  'export.xlsx': 'إكسل',
  'export.which': 'بأي صيغة تودون الملف؟',
  'export.here': 'إليكم الملف: {_name}.',
  'export.inLanguage': '{_language, select, ar {بالعربية} en {بالإنجليزية} other {باللغتين}}',
}
