/** The columns of a list of activities, by what people call them in either language: a table, compared as spelling is folded. Pure. */
import type { Key } from '../locales/words.ts'
import { fold } from '../understanding/fold.ts'
import type { Cell, Line, Sheet } from './table.ts'

/** `label` names the column in a sentence. */
export const columns = {
  reference: {
    label: 'activity.reference',
    names: ['number', 'reference', 'ref', 'activity number', 'الرقم', 'المرجع', 'رقم الفعالية', 'الرقم المرجعي'],
  },
  title: {
    label: 'activity.title',
    names: [
      ...[
        'title',
        'activity',
        'event',
        'name',
        'activity name',
        'event name',
        'activity title',
        'event title',
        'programme',
        'program',
        'subject',
      ],
      ...[
        'العنوان',
        'الفعالية',
        'النشاط',
        'اسم الفعالية',
        'اسم النشاط',
        'عنوان الفعالية',
        'البرنامج',
        'اسم البرنامج',
        'المناسبة',
        'الحدث',
        'الاسم',
      ],
    ],
  },
  titleAr: {
    label: 'activity.title',
    names: [
      'arabic title',
      'title (arabic)',
      'title in arabic',
      'title ar',
      'العنوان بالعربية',
      'العنوان العربي',
      'العنوان (عربي)',
      'اسم الفعالية بالعربية',
    ],
  },
  titleEn: {
    label: 'activity.title',
    names: [
      'english title',
      'title (english)',
      'title in english',
      'title en',
      'العنوان بالإنجليزية',
      'العنوان الإنجليزي',
      'العنوان (إنجليزي)',
      'اسم الفعالية بالإنجليزية',
    ],
  },
  otherTitle: { label: 'activity.otherTitle', names: ['title in the other language', 'العنوان باللغة الأخرى'] },
  from: {
    label: 'sheet.from',
    names: [
      ...['from (date)', 'date', 'from', 'start', 'start date', 'starts', 'event date', 'begins', 'from date'],
      ...[
        'من (التاريخ)',
        'التاريخ',
        'من',
        'من تاريخ',
        'تاريخ البداية',
        'تاريخ البدء',
        'البداية',
        'تاريخ الفعالية',
        'تاريخ الانعقاد',
        'اليوم والتاريخ',
      ],
    ],
  },
  at: {
    label: 'sheet.at',
    names: [
      'from (time)',
      'time',
      'start time',
      'starts at',
      'hour',
      'from time',
      'من (الوقت)',
      'الوقت',
      'الساعة',
      'وقت البداية',
      'وقت البدء',
      'من الساعة',
      'التوقيت',
    ],
  },
  to: {
    label: 'sheet.to',
    names: [
      'to (date)',
      'end date',
      'to',
      'until',
      'end',
      'ends',
      'last day',
      'to date',
      'إلى (التاريخ)',
      'إلى',
      'إلى تاريخ',
      'حتى',
      'تاريخ النهاية',
      'تاريخ الانتهاء',
      'النهاية',
    ],
  },
  until: {
    label: 'sheet.until',
    names: ['to (time)', 'end time', 'ends at', 'to time', 'إلى (الوقت)', 'وقت النهاية', 'وقت الانتهاء', 'إلى الساعة'],
  },
  when: {
    label: 'sheet.when',
    names: ['when, in words', 'when', 'date and time', 'الموعد نصاً', 'الموعد', 'التاريخ والوقت', 'موعد الفعالية'],
  },
  owner: {
    label: 'activity.owner',
    names: [
      ...['organization', 'organisation', 'owner', 'entity', 'ministry', 'authority', 'department', 'organizer', 'organiser'],
      ...['الجهة', 'الجهة المسؤولة', 'الجهة المنظمة', 'الوزارة', 'الهيئة', 'المؤسسة', 'اسم الجهة', 'المنظم'],
    ],
  },
  partners: {
    label: 'activity.partners',
    names: [
      'partners',
      'partner',
      'in cooperation with',
      'with',
      'الشركاء',
      'الشريك',
      'بالتعاون مع',
      'الجهات المشاركة',
      'الجهات المتعاونة',
    ],
  },
  kind: {
    label: 'activity.kind',
    names: ['kind', 'type', 'category', 'event type', 'activity type', 'النوع', 'نوع الفعالية', 'نوع النشاط', 'التصنيف'],
  },
  venue: {
    label: 'activity.venue',
    names: ['venue', 'place', 'location', 'where', 'المكان', 'الموقع', 'مكان الفعالية', 'مكان الانعقاد', 'المقر'],
  },
  city: { label: 'activity.city', names: ['city', 'town', 'المدينة', 'المنطقة'] },
  patron: {
    label: 'activity.patron',
    names: [
      'patron',
      'patronage',
      'under the patronage of',
      'vip',
      'الراعي',
      'الرعاية',
      'برعاية',
      'تحت رعاية',
      'راعي الفعالية',
      'راعي الحفل',
    ],
  },
  spokesperson: {
    label: 'activity.spokesperson',
    names: ['spokesperson', 'spokesman', 'speaker', 'المتحدث', 'المتحدث الرسمي', 'المتحدث الإعلامي'],
  },
  audience: {
    label: 'activity.audience',
    names: ['audience', 'target audience', 'الجمهور', 'الجمهور المستهدف', 'الفئة المستهدفة', 'المستهدفون'],
  },
  channels: { label: 'activity.channels', names: ['channels', 'media channels', 'القنوات', 'قنوات النشر', 'وسائل النشر'] },
  materials: { label: 'activity.materials', names: ['materials', 'media materials', 'المواد', 'المواد الإعلامية'] },
  needs: {
    label: 'activity.needs',
    names: ['asked of the centre', 'needs', 'support needed', 'المطلوب من المركز', 'الاحتياجات', 'الدعم المطلوب'],
  },
  certainty: { label: 'activity.certaintyLabel', names: ['certainty', 'confirmed', 'درجة التأكيد', 'التأكيد', 'مؤكد'] },
  status: { label: 'activity.status', names: ['status', 'state', 'الحالة', 'حالة الفعالية'] },
  priority: { label: 'activity.priority', names: ['priority', 'communication priority', 'الأولوية', 'أولوية الاتصال'] },
  significance: {
    label: 'activity.significance',
    names: ['why it matters', 'significance', 'importance', 'الأهمية للناس', 'الأهمية', 'أهمية الفعالية'],
  },
  summary: {
    label: 'activity.summary',
    names: ['summary', 'description', 'details', 'about', 'نبذة', 'الوصف', 'التفاصيل', 'وصف الفعالية', 'ملخص', 'نبذة عن الفعالية'],
  },
  visibility: {
    label: 'activity.visibility',
    names: ['who may see it', 'visibility', 'embargo', 'embargoed until', 'من يطّلع عليها', 'النشر', 'محظور النشر حتى', 'حظر النشر'],
  },
  notes: { label: 'activity.notes', names: ['internal notes', 'notes', 'remarks', 'comments', 'ملاحظات داخلية', 'ملاحظات', 'الملاحظات'] },
} as const satisfies Record<string, { label: Key; names: readonly string[] }>
export type Column = keyof typeof columns

/** What a sheet that the bot made holds besides, and does not need back; and the numbers that lists begin their lines with. */
const ignored = new Set(
  ['hijri date', 'التاريخ الهجري', 'الموافق', 'no', 'no.', '#', 'م', 'ت', 'sn', 's/n', 'day', 'weekday', 'اليوم'].map(fold),
)

const byName = new Map<string, Column>(
  (Object.entries(columns) as [Column, { names: readonly string[] }][]).flatMap(([column, { names }]) =>
    names.map(name => [fold(name), column] as const),
  ),
)

/** A name as it stands in a header: a star, a colon or a line end beside it says nothing. */
const bare = (cell: Cell): string => fold(String(cell ?? '').replace(/[*:：]+/g, ' '))
export const columnOf = (cell: Cell): Column | null => byName.get(bare(cell)) ?? null

export type Laid = {
  sheet: string
  at: Partial<Record<Column, number>>
  /** What the header calls each column, for sentences. */
  called: Partial<Record<Column, string>>
  rows: Line[]
  /** Names of columns that are not read. */
  unread: string[]
}

/** Lines above the header that may hold a heading of the list. */
const mostAbove = 10

/**
 * The first line that names a title and a day is the header. Null where none does: then it is no list of activities. A column named twice is the first of
 * its name.
 */
export function layOut({ name, lines }: Sheet): Laid | null {
  for (const [i, header] of lines.slice(0, mostAbove).entries()) {
    const at: Partial<Record<Column, number>> = {}
    const called: Partial<Record<Column, string>> = {}
    const unread: string[] = []
    for (const [n, cell] of header.cells.entries()) {
      const column = columnOf(cell)
      if (column && at[column] === undefined) {
        at[column] = n
        called[column] = String(cell)
      } else if (cell !== null && cell !== '' && !ignored.has(bare(cell))) unread.push(String(cell).slice(0, 40))
    }
    const titled = at.title !== undefined || at.titleAr !== undefined || at.titleEn !== undefined
    const dated = at.from !== undefined || at.when !== undefined
    if (titled && dated) return { sheet: name, at, called, rows: lines.slice(i + 1), unread }
  }
  return null
}
