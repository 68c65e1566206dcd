/** «العنوان: …», "Date: …": a form filled in by hand. The label of a title says where the title stands; other labels are no words of it. */
import { at, table } from '../phrases.ts'
import { beginsAt, claim, endsAt, type Sentence } from '../sentence.ts'

const labels = table<'title' | 'other'>([
  ...[
    'العنوان',
    'عنوان الفعالية',
    'اسم الفعالية',
    'الفعالية',
    'النشاط',
    'اسم النشاط',
    'المناسبة',
    'الحدث',
    'title',
    'event',
    'event title',
    'event name',
    'activity',
    'name',
    'what',
    'subject',
    'الموضوع',
  ].map(p => [p, 'title'] as const),
  ...[
    'التاريخ',
    'تاريخ',
    'اليوم',
    'الوقت',
    'الموعد',
    'الساعة',
    'التوقيت',
    'اليوم والتاريخ',
    'date',
    'time',
    'when',
    'day',
    'date and time',
    'hour',
    'النوع',
    'نوع الفعالية',
    'kind',
    'type',
    'ملاحظة',
    'ملاحظات',
    'note',
    'notes',
  ].map(p => [p, 'other'] as const),
])

/** Claims the labels; the tokens [i, j) of a labelled title, or null. */
export function readLabels(s: Sentence): { i: number; j: number } | null {
  let title: { i: number; j: number } | null = null
  for (let i = 0; i < s.t.length; i++) {
    if (!beginsAt(s, i) || s.owner[i] !== null) continue
    const label = at(labels, s.t, i)
    if (!label || s.t[label.next]?.f !== ':') continue
    claim(s, i, label.next + 1, 'label')
    if (label.value === 'title' && !title) {
      const from = label.next + 1
      let j = from
      while (!endsAt(s, j) || (j === from && s.line[j] && j < s.t.length)) j++
      if (j > from) title = { i: from, j }
    }
  }
  return title
}
