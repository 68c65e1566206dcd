/** A month of the sample network, from the officers' first sentences to the actions of its meeting: what people write and press, in either language. */
import { cover, lookBack, support, tell, train } from './looking-back.ts'
import type { Player } from './player.ts'

/** Tuesday 10 November 2026, nine in the morning in Bahrain: the meeting of November is over, that of 6 December ahead. */
export const begins = '2026-11-10T09:00:00+03:00'
const at = (day: string, time: string) => `2026-${day}T${time}:00+03:00`

export const platforms = { health: 'slack', culture: 'slack', works: 'teams', youth: 'teams', centre: 'teams' } as const

export async function month(p: Player): Promise<void> {
  await submit(p)
  await review(p)
  await remind(p)
  await compile(p)
  await prepare(p)
  await meet(p)
  await follow(p)
  await train(p)
  await support(p)
  await cover(p)
  await tell(p)
  await lookBack(p)
}

/** Three organizations tell at once what they plan, two of them on the same morning and under the same patron. */
async function submit(p: Player): Promise<void> {
  p.chapter({ en: 'A first edition', ar: 'إصدار أول' })
  await p.say('centre', { en: 'compile the plan', ar: 'أعدّ المخطط' })
  await p.press('centre', 'meeting.compile', ['centre'])

  p.chapter({ en: 'Three organizations write at the same moment', ar: 'ثلاث جهات تكتب في اللحظة نفسها' })
  await p.together([
    [
      'health',
      {
        en: 'Heart health walk on 9 December at 4 pm at Bahrain Bay',
        ar: 'مسيرة صحة القلب يوم 9 ديسمبر الساعة 4 عصراً في خليج البحرين',
      },
    ],
    [
      'works',
      {
        en: 'Opening of the Sitra flyover on 14 December at 10 am in Sitra, under the patronage of the Prime Minister',
        ar: 'افتتاح جسر سترة العلوي يوم 14 ديسمبر الساعة 10 صباحاً في سترة تحت رعاية رئيس مجلس الوزراء',
      },
    ],
    [
      'culture',
      {
        en: 'Opening of the pearling exhibition on 14 December at 10:30 am at the National Museum, under the patronage of the Prime Minister',
        ar: 'افتتاح معرض اللؤلؤ يوم 14 ديسمبر الساعة 10:30 صباحاً في المتحف الوطني تحت رعاية رئيس مجلس الوزراء',
      },
    ],
  ])
  await p.press('health', 'draft.submit', ['health'])
  await p.press('works', 'draft.submit', ['works'])

  p.chapter({ en: 'A clash, seen before it is saved', ar: 'تعارض يُعرف قبل الحفظ' })
  await p.press('culture', 'draft.submit', ['culture', 'works', 'centre'])
  await p.say('centre', { en: 'clashes', ar: 'التعارضات' })
  await p.say('culture', { en: 'move the pearling exhibition to 15 December at 6 pm', ar: 'انقل معرض اللؤلؤ إلى 15 ديسمبر الساعة 6 مساءً' })
  await p.press('culture', 'draft.submit', ['culture', 'works', 'centre'])
}

/** The centre returns one with a note; it is mended, and the centre sees exactly what changed. */
async function review(p: Player): Promise<void> {
  p.chapter({ en: 'The centre reviews', ar: 'المركز يراجع' })
  await p.moveTo(at('11-11', '10:00'), ['health', 'works', 'culture', 'centre'])
  await p.say('centre', { en: 'review', ar: 'المراجعة' })
  await p.press('centre', 'review.accept', ['centre'], { en: 'Sitra flyover', ar: 'جسر سترة' })
  await p.press('centre', 'review.return', ['centre'], { en: 'Heart health walk', ar: 'مسيرة صحة القلب' })
  await p.say('centre', { en: 'Please name the patron', ar: 'يرجى ذكر راعي المسيرة' }, ['centre', 'health'])
  await p.press('health', 'activity.edit', ['health'])
  await p.say('health', { en: 'under the patronage of the Minister of Health', ar: 'تحت رعاية وزير الصحة' })
  await p.press('health', 'draft.submit', ['health'])
  await p.say('centre', { en: 'review', ar: 'المراجعة' })
}

/** Before the deadline those who owe an answer are reminded, and nobody else; one of them has nothing to report. */
async function remind(p: Player): Promise<void> {
  p.chapter({ en: 'Reminders, to those who owe an answer', ar: 'تذكير من لم يُجب بعد' })
  await p.moveTo(at('11-22', '09:00'), ['youth', 'health', 'works', 'culture'])
  await p.say('centre', { en: 'who is missing?', ar: 'من لم يُجب بعد؟' })
  await p.press('youth', 'meeting.nil', ['youth'])
}

async function compile(p: Player): Promise<void> {
  p.chapter({ en: 'The deadline: the edition and what changed', ar: 'آخر موعد: الإصدار وما تغيّر' })
  await p.moveTo(at('11-29', '15:00'), ['health', 'centre'])
  await p.say('culture', { en: 'What changed since edition 1?', ar: 'ما الذي تغير منذ الإصدار ١؟' })
  await p.say('youth', { en: 'What are the priorities of December?', ar: 'ما أولويات ديسمبر؟' })
}

/** An organization asks for a slot, the centre gives it one; whoever is invited says whether they come. */
async function prepare(p: Player): Promise<void> {
  p.chapter({ en: 'A briefing, and who comes', ar: 'عرض موجز، ومن يحضر' })
  await p.say('health', {
    en: 'We would like ten minutes to present the smart clinic project, presenter Dr Salman Alnoaimi',
    ar: 'نرغب في عرض موجز عن مشروع العيادة الذكية لمدة عشر دقائق يقدمه الدكتور سلمان النعيمي',
  })
  await p.press('health', 'draft.skip', ['health'])
  await p.press('health', 'draft.submit', ['health'])
  await p.moveTo(at('11-30', '09:00'), ['centre'])
  await p.press('centre', 'briefing.accept', ['centre', 'health'])
  await p.moveTo(at('12-01', '09:00'), ['works', 'culture'])
  await p.say('works', { en: 'I will attend the meeting', ar: 'سأحضر الاجتماع' })
  await p.say('culture', { en: 'I cannot come to the meeting', ar: 'أعتذر عن حضور الاجتماع' })
  await p.say('centre', { en: 'attendance', ar: 'الحضور' })
}

/** The coordinator walks through the agenda, records a decision and an action, closes it and posts the minutes. */
async function meet(p: Player): Promise<void> {
  p.chapter({ en: 'The meeting, line by line', ar: 'الاجتماع، بنداً بنداً' })
  await p.moveTo(at('12-06', '10:00'), [])
  await p.say('works', { en: 'What is on the agenda?', ar: 'ما جدول أعمال الاجتماع؟' })
  await p.say('centre', { en: 'start the meeting', ar: 'ابدأ الاجتماع' })
  await p.say('centre', {
    en: 'decision: one spokesperson answers for National Day',
    ar: 'قرار: يكون للعيد الوطني متحدث واحد',
  })
  await p.moveTo(at('12-06', '10:15'), [])
  await p.press('centre', 'walk.next', ['centre'])
  await p.say('centre', {
    en: 'action for health: send the photo list by Thursday',
    ar: 'إجراء متابعة على وزارة الصحة: إرسال قائمة الصور في موعد أقصاه يوم الخميس',
  })
  await p.moveTo(at('12-06', '11:10'), [])
  await p.press('centre', 'walk.close', ['centre'])
  await p.press('centre', 'minutes.post', ['centre', 'health', 'works'])
}

/** The action is reminded of before it is due, and done. */
async function follow(p: Player): Promise<void> {
  p.chapter({ en: 'The action is followed up', ar: 'متابعة الإجراء' })
  await p.moveTo(at('12-08', '09:00'), ['health'])
  await p.press('health', 'action.done', ['health', 'centre'])
  await p.say('works', { en: 'minutes of the last meeting', ar: 'محضر الاجتماع الأخير' })
}
