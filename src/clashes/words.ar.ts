/** What the clashes wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'clash.with':
    '{_weight, select, blocking {يتعذر على هذا النحو} serious {تعارض} other {للعلم}}: {_reasons} مع {title} ({organization}، {when}).',
  'clash.sensitive':
    '{_weight, select, blocking {يتعذر على هذا النحو} serious {تعارض} other {للعلم}}: هذا الموعد حساس. يرجى الرجوع إلى المركز.',
  'clash.reason':
    '{_reason, select, patron {الراعي نفسه} venue {المكان نفسه في الوقت نفسه} audience {اليوم نفسه والجمهور نفسه} priority {الأولوية نفسها في أيام متقاربة} sector {القطاع نفسه في أيام متقاربة} other {يوم مناسبة وطنية}}',
  'clash.day':
    '{_reason, select, holiday {{day} يوم عطلة: {name}.} weekend {{day} يوافق نهاية الأسبوع.} other {{day} في رمضان وخارج ساعات عمله.}}',
  'clash.free': 'أيام متاحة قريبة:',
  'clash.title': '{_weight, select, blocking {تعارض لا يمكن بقاؤه} other {تعارض}}',
  'clash.because': 'السبب: {_reasons}.',
  'clash.hidden': 'موعد حساس',
  'clash.askCentre': 'يرجى الرجوع إلى المركز.',
  'clash.list':
    '{n, plural, zero {لا توجد تعارضات قائمة.} one {تعارض واحد قائم} two {تعارضان قائمان} few {# تعارضات قائمة} many {# تعارضاً قائماً} other {# تعارض قائم}}',
  'clash.move': 'نقل {reference}',
  'clash.keep': 'إبقاؤه',
  'clash.merge': 'دمجهما في فعالية مشتركة',
  'clash.mergeWhich': 'في أي الفعاليتين يكون الدمج؟',
  'clash.merged': 'جعل المركز الفعاليتين فعالية مشتركة واحدة: {reference}.',
  'clash.keepTitle': 'إبقاء تعارض',
  'clash.note': 'السبب',
  'clash.askNote': 'ما سبب إبقائه؟ ستُبلّغ الجهتان.',
  'clash.kept': 'أبقاه المركز: {note}',
  'clash.moved': 'لم يعد هذا التعارض قائماً.',
  'clash.settledAlready': 'سبقت تسوية هذا التعارض.',
  'clash.gone': 'لم أجد هذا التعارض.',
  'clash.quiet': 'أقرب أيام العمل الخالية من الفعاليات: {_days}.',
  'clash.onDay':
    '{n, plural, zero {لا شيء في هذا الموعد.} one {في هذا الموعد فعالية واحدة.} two {في هذا الموعد فعاليتان.} few {في هذا الموعد # فعاليات.} many {في هذا الموعد # فعالية.} other {في هذا الموعد # فعالية.}}',
  'clash.andSensitive': 'وهناك موعد حساس أيضاً. يرجى الرجوع إلى المركز.',
}
