/** What the exports wing says, in English. */
export const en = {
  'sheet.plan': 'Plan',
  'sheet.from': 'From (date)',
  'sheet.at': 'From (time)',
  'sheet.to': 'To (date)',
  'sheet.until': 'To (time)',
  'sheet.when': 'When, in words',
  'export.xlsx': 'Excel',
  'export.which': 'In which form would you like it?',
  'export.here': '{_name} is on its way.',
  'export.inLanguage': '{_language, select, ar {In Arabic} en {In English} other {In both languages}}',
} as const
