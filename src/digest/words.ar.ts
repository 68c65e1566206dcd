/** What the digest says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'digest.title': 'أسبوعكم',
  'digest.owes': 'لم تصل إفادة جهتكم للاجتماع القادم بعد. ينتهي التقديم {deadline}.',
  'digest.returned':
    '{n, plural, zero {لا فعاليات معادة.} one {فعالية أُعيدت مع ملاحظات:} two {فعاليتان أُعيدتا مع ملاحظات:} few {# فعاليات أُعيدت مع ملاحظات:} many {# فعالية أُعيدت مع ملاحظات:} other {# فعالية أُعيدت مع ملاحظات:}}',
  'digest.unsure':
    '{n, plural, zero {كل المواعيد مؤكدة.} one {فعالية قريبة لم يتأكد موعدها:} two {فعاليتان قريبتان لم يتأكد موعدهما:} few {# فعاليات قريبة لم تتأكد مواعيدها:} many {# فعالية قريبة لم تتأكد مواعيدها:} other {# فعالية قريبة لم تتأكد مواعيدها:}}',
  'digest.coming':
    '{n, plural, zero {لا فعاليات هذا الأسبوع.} one {فعالية هذا الأسبوع:} two {فعاليتان هذا الأسبوع:} few {# فعاليات هذا الأسبوع:} many {# فعالية هذا الأسبوع:} other {# فعالية هذا الأسبوع:}}',
  'digest.show': 'عرض',
  'digest.nothing': 'لا شيء بانتظاركم هذا الأسبوع.',
  'digest.ask': 'هل أرسل هذا إليكم كل أسبوع؟ في أي يوم؟',
  'digest.every': 'يصلكم الملخص كل {_day} متى كان فيه ما يُقال.',
  'digest.off': 'إيقافه',
  'digest.stopped': 'لن يصلكم الملخص بعد الآن.',
}
