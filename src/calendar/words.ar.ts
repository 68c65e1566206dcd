/** What the calendar wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'calendar.meeting': 'اجتماع {network} الدوري',
  'calendar.covers': 'فترة المخطط: {_months}',
  'calendar.deadline': 'آخر موعد للتقديم: {_at}',
  'calendar.fact': '{_label}: {_value}',
  'calendar.session': '{title} ({n} من {of})',
  'calendar.off': 'أُلغي الموعد: {title}',
  'calendar.place': '{_venue}، {_city}',
  'calendar.add': 'إضافة إلى التقويم',
  'calendar.file': 'ملف التقويم: {title}. عند فتحه يُضاف الموعد إلى تقويمكم.',
  'calendar.address': 'عنوان التقويم الخاص بكم',
  'calendar.how':
    'في تقويم Outlook أو Google أو Apple يُختار الاشتراك في تقويم من الويب ويُلصق هذا العنوان. يعرض المخطط والاجتماعات من الشهر الماضي إلى سنة قادمة، ويتبع كل تغيير.',
  'calendar.keep': 'من يحصل على هذا العنوان يرى ما يُتاح لكم، فيرجى ألا يُعطى لأحد. ولن يُعرض مرة أخرى.',
  'calendar.has':
    'أُنشئ عنوان التقويم الخاص بكم في {at} وعُرض حينها، ولا يُحفظ هنا بصورة مقروءة. إن فُقد فيمكن إنشاء عنوان جديد، ويتوقف القديم عندئذ.',
  'calendar.new': 'عنوان جديد',
  'calendar.revoke': 'إلغاء العنوان',
  'calendar.revoked': 'أُلغي عنوان التقويم الخاص بكم، ولا يؤدي إلى شيء بعد الآن.',
  'calendar.noneToRevoke': 'لا يوجد عنوان تقويم خاص بكم.',
  'calendar.noPublicUrl': 'لا يمكن الاشتراك في التقويم هنا بعد: على مسؤول الخادم أن يضبط PUBLIC_URL أولاً، وهو عنوان الخادم عبر https.',
}
