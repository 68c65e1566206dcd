/** What the agenda wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'agenda.changes': 'ما تغيّر في المخطط منذ الإصدار {since, number}',
  'agenda.plan': 'مخطط الاتصال',
  'agenda.priorities': 'أولويات الاتصال',
  'agenda.clashes':
    '{n, plural, zero {لا تعارضات} one {تعارض يُطلب حسمه} two {تعارضان يُطلب حسمهما} few {# تعارضات يُطلب حسمها} many {# تعارضاً يُطلب حسمها} other {# تعارض يُطلب حسمها}}',
  'agenda.briefing': 'عرض موجز: {title}',
  'agenda.business': 'ما يستجد من أعمال: {text}',
  'agenda.next': 'الاجتماع المقبل',
  'agenda.month':
    '{month}: {n, plural, zero {لا فعاليات} one {فعالية واحدة} two {فعاليتان} few {# فعاليات} many {# فعالية} other {# فعالية}}',
  'agenda.presents': '{organization}، يقدمه {presenter}',
}
