/** How people ask for this wing’s commands in Arabic: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const ar = {
  digest: [
    'أرسل لي ملخصاً كل أحد',
    'أعطني ملخص أسبوعي',
    'ما الذي ينتظرني هذا الأسبوع؟',
    'أوقف الملخص الأسبوعي',
    'أريد الملخص يوم الاثنين',
    'شنو عندي معلق؟',
    'ما المطلوب مني قبل الاجتماع؟',
    'وش المطلوب مني؟',
    'شنو لازم أسوي هالأسبوع؟',
    'هل عليّ شيء؟',
    'طرش لي ملخص كل أسبوع',
    'لا أريد الملخص بعد اليوم',
    'شنو علي هالأسبوع',
  ],
}
