/** One conversation with each wing of looking back and growing, in both languages, for the real clients: what is said or pressed, and what then stands there. */
import type { Language } from '../../src/model/people.ts'

export type Step = { say?: string; press?: string; shows: RegExp }
export type WingConversation = { wing: string; steps: readonly Step[] }

/** Of the sample: health (English) and youth (Arabic) each held something lately, and a workshop with seats is on offer. */
export const wingConversations: Record<Language, { who: string; all: readonly WingConversation[] }> = {
  en: {
    who: 'health',
    all: [
      {
        wing: 'coverage',
        steps: [
          { say: 'Coverage of the first aid workshop: GDN, Al Ayam and Bahrain TV', shows: /3 appearances in what you sent/ },
          { press: 'Save all 3', shows: /3 appearances were saved/ },
        ],
      },
      { wing: 'echo', steps: [{ say: 'what was the media echo of our ministry this month?', shows: /Media echo/ }] },
      {
        wing: 'stories',
        steps: [
          {
            say: 'success story: two hundred officials can now give first aid',
            shows: /Of which activity|What changed for people|activity/,
          },
          { say: 'cancel', shows: /Cancelled/ },
        ],
      },
      {
        wing: 'training',
        steps: [
          { say: 'enrol me in the podcast workshop', shows: /You have a seat/ },
          { say: 'my training', shows: /Your training/ },
        ],
      },
      {
        wing: 'support',
        steps: [
          { say: 'We need a photographer for our open day next Sunday', shows: /Support.{0,40}Photography/s },
          { press: 'Ask the Centre', shows: /S-\d{4}-\d{4}/ },
        ],
      },
      { wing: 'directory', steps: [{ say: 'who is at the Ministry of Works?', shows: /communication officers/ }] },
    ],
  },
  ar: {
    who: 'youth',
    all: [
      {
        wing: 'coverage',
        steps: [
          { say: 'تغطية سباق المشي العائلي: الأيام، أخبار الخليج، تلفزيون البحرين', shows: /٣ تغطيات فيما أرسلتموه/ },
          { press: 'حفظ الكل (٣)', shows: /حُفظت ٣ تغطيات/ },
        ],
      },
      { wing: 'echo', steps: [{ say: 'الصدى الإعلامي لوزارة شؤون الشباب هذا الشهر', shows: /الصدى الإعلامي/ }] },
      {
        wing: 'stories',
        steps: [
          { say: 'قصة نجاح: سباق صار موعداً للعائلات كل شهر', shows: /فعالية|ما الذي تغيّر/ },
          { say: 'إلغاء', shows: /أُلغي|تم الإلغاء/ },
        ],
      },
      {
        wing: 'training',
        steps: [
          { say: 'سجلوني في ورشة إنتاج البودكاست', shows: /لكم مقعد/ },
          { say: 'سجل تدريبي', shows: /سجل تدريبكم/ },
        ],
      },
      {
        wing: 'support',
        steps: [
          { say: 'نحتاج مصوراً ليوم مفتوح يوم الأحد القادم', shows: /الدعم المطلوب.{0,60}تصوير فوتوغرافي/s },
          { press: 'إرسال إلى المركز', shows: /S-\d{4}-\d{4}/ },
        ],
      },
      { wing: 'directory', steps: [{ say: 'من في وزارة الأشغال؟', shows: /وزارة الأشغال/ }] },
    ],
  },
}
