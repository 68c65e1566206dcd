/** Several activities in one message: how many, and each with its title, its day and its place. */
import { describe, expect, test } from 'vitest'
import { itemsOf, placeIn } from '../../src/understanding/lists.ts'
import { understand } from '../../src/understanding/understand.ts'
import { contextFor, holds, lines, Tally } from './corpus.ts'

type Line = { id: string; locale: 'ar' | 'en'; text: string; titles: string[]; starts: string[]; venues?: string[] }

/** Percent. */
const floors: Record<string, number> = {
  'number ar': 100,
  'number en': 100,
  'title ar': 100,
  'title en': 100,
  'start ar': 95,
  'start en': 95,
  'venue ar': 100,
  'venue en': 100,
}

test('thirty messages', () => {
  const tally = new Tally()
  for (const l of lines<Line>('lists.jsonl')) {
    const m = understand(l.text, contextFor(l.text))
    const got = [m, ...m.others]
    tally.count(`number ${l.locale}`, got.length === l.titles.length, l.id, got.length)
    l.titles.forEach((title, k) => {
      tally.count(`title ${l.locale}`, holds(title, got[k]?.activity.title ?? null, 4), l.id, got[k]?.activity.title)
      tally.count(`start ${l.locale}`, (got[k]?.when[0]?.start ?? '').startsWith(l.starts[k] ?? '?'), l.id, got[k]?.when[0])
      if (l.venues)
        tally.count(`venue ${l.locale}`, holds(l.venues[k] ?? null, got[k]?.activity.venue ?? null, 3), l.id, got[k]?.activity.venue)
    })
  }
  const short = Object.entries(floors).filter(([measure, floor]) => tally.percent(measure) < floor)
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})

describe('what is one and what is several', () => {
  const titles = (text: string) => {
    const m = understand(text, contextFor(text))
    return [m, ...m.others].map(x => x.activity.title)
  }
  test('a heading is no item, and lends its day and place', () => {
    const m = understand(
      'Our events on 9 December at the Exhibition Centre:\n1. Innovation seminar 10am\n2. Awards ceremony 6pm',
      contextFor('a'),
    )
    expect([m, ...m.others].map(x => [x.activity.title, x.activity.venue, x.when[0]?.start.slice(0, 10)])).toEqual([
      ['Innovation seminar', 'Exhibition Centre', '2026-12-09'],
      ['Awards ceremony', 'Exhibition Centre', '2026-12-09'],
    ])
  })
  test('one activity with two dates stays one', () => {
    expect(titles('Book fair on 9 December at 10am and on 16 December at 10am at Seef Mall')).toEqual(['Book fair'])
    expect(titles('معرض الكتاب يوم ٩ ديسمبر ويوم ١٦ ديسمبر')).toEqual(['معرض الكتاب'])
  })
  test('a programme of sessions stays one', () => {
    expect(titles('Heart conference on 9 December 9am. Agenda:\n1. Opening session 9am\n2. Research session 11am')).toEqual([
      'Heart conference',
    ])
  })
  test('a form filled in line by line is one', () => {
    expect(titles('Title: Productive families forum\nDate: 9 December 5pm\nVenue: Seef Mall')).toEqual(['Productive families forum'])
  })
  test('a deadline beside the day makes no second one', () => {
    expect(titles('Young creators forum: registration closes 30 November and the forum is on 15 December at 4pm')).toEqual([
      'Young creators forum',
    ])
  })
  test('two in a sentence', () => {
    expect(titles('زيارة المصنع يوم ٩ ديسمبر ١٠ صباحاً، ومؤتمر الجودة يوم ١٦ ديسمبر ٩ صباحاً')).toEqual(['زيارة المصنع', 'مؤتمر الجودة'])
    expect(titles('Please add the kite afternoon on 7 December at 11am and the school visit on 8 December at 9am')).toEqual([
      'kite afternoon',
      'school visit',
    ])
  })
  test('days that come first, each with its own hour', () => {
    const text = 'On Sunday 6 December we launch the library at 10am, and on Monday 7 December we hold the forum at 9am'
    const m = understand(text, contextFor(text))
    expect([m, ...m.others].map(x => x.when[0]?.start.slice(0, 16))).toEqual(['2026-12-06T10:00', '2026-12-07T09:00'])
  })
  const days = (text: string) => {
    const m = understand(text, contextFor(text))
    return [m, ...m.others].map(x => [x.when[0]?.start.slice(0, 16), x.activity.title, x.activity.venue])
  }
  test('a second day with what is on it begins a second activity, though nothing parts them', () => {
    expect(days('عندنا الأحد افتتاح مركز الشباب الساعة 10 والثلاثاء ورشة توعوية في المحرق')).toEqual([
      ['2026-11-29T10:00', 'افتتاح مركز الشباب', 'مركز الشباب'],
      ['2026-12-01', 'ورشة توعوية', 'المحرق'],
    ])
    expect(days('we have a launch on Sunday at 10 at the Gulf Hotel and on Tuesday a workshop in Muharraq')).toEqual([
      ['2026-11-29T10:00', 'launch', 'Gulf Hotel'],
      ['2026-12-01', 'workshop', 'Muharraq'],
    ])
    expect(days('يفتتح وزير الصحة الاثنين المركز الصحي في عراد ويزور الأربعاء مستشفى السلمانية')).toMatchObject([
      ['2026-11-30', 'افتتاح المركز الصحي في عراد', 'المركز الصحي في عراد'],
      ['2026-12-02', 'زيارة مستشفى السلمانية', null],
    ])
    expect(titles('باجر اجتماع اللجنة الساعة ٩ وعقب باجر زيارة المصنع')).toEqual(['اجتماع اللجنة', 'زيارة المصنع'])
    expect(titles('بطولة الشطرنج الخميس ٣ ديسمبر والسبت ٥ ديسمبر مهرجان الطائرات الورقية في الزلاق')).toHaveLength(2)
    expect(titles('on 7 December we open the library at 10am and 9 December there is a seminar at the university')).toHaveLength(2)
    expect(titles('Tuesday: podcast recording. Wednesday: open house, 6pm, Diwan. Thursday: farewell lunch, 1pm.')).toHaveLength(3)
    expect(titles('الأحد ورشة للمعلمين في سترة والاثنين محاضرة عن التغذية الساعة ٥ والأربعاء حفل التكريم')).toHaveLength(3)
  })
  test.each([
    'دورة الإسعافات الأحد والثلاثاء من ٥ إلى ٧ في المحرق',
    'Course on Sunday and Tuesday 5-7 pm in Riffa',
    'معرض الصور من الأحد إلى الثلاثاء في المحرق',
    'حفل يوم الأحد في قاعة الدانة والثلاثاء في فندق الخليج',
    'ورشة يوم الأحد بالتعاون مع وزارة الصحة وجامعة البحرين',
    'معرض يوم الأحد والاثنين ورش مصاحبة له في مركز المعارض',
    'مؤتمر الأحد والاثنين ويختتم الثلاثاء بحفل عشاء',
    'Exhibition on Sunday, and on Monday the second day of the exhibition at the Gulf Hotel',
    'Youth summit on 7 and 8 December, with a gala dinner on the first night at the Sofitel',
    'مبادرة الفحص المبكر يوم الاثنين في الرفاع ويوم الأربعاء في المحرق',
  ])('days, sessions and partners of one activity part nothing: %s', text => expect(titles(text)).toHaveLength(1))
  test('a weekday by its bare name is the first behind the day of the activity before it', () => {
    expect(days('الخميس لقاء الموظفين، والثلاثاء زيارة المصنع').map(([start]) => start)).toEqual(['2026-11-26', '2026-12-01'])
    expect(days('Forum on 10 December\nVisit on 5 December').map(([start]) => start)).toEqual(['2026-12-10', '2026-12-05'])
  })
  test('ordinals head the items', () => {
    expect(titles('أولاً: ورشة التقارير ٦ ديسمبر ٩ صباحاً. ثانياً: لقاء الأولياء ٩ ديسمبر ٥ عصراً.')).toEqual([
      'ورشة التقارير',
      'لقاء الأولياء',
    ])
    expect(titles('الأولى: ورشة الإسعاف ٧ ديسمبر. الثانية: سباق الدراجات ١٢ ديسمبر')).toEqual(['ورشة الإسعاف', 'سباق الدراجات'])
  })
  test('a month over a list of days is its heading', () => {
    expect(titles('March 2027 timetable\n4 March: dates tasting\n11 March: harbour cruise')).toEqual(['dates tasting', 'harbour cruise'])
    expect(titles('جدولنا لشهر مارس\n٤ مارس: ورشة السعف\n١١ مارس: رحلة الميناء')).toEqual(['ورشة السعف', 'رحلة الميناء'])
  })
  test('marks within a line that count on', () => {
    expect(titles('We plan two: a) heritage walk 7 December b) fire safety expo 21 December')).toEqual([
      'heritage walk',
      'fire safety expo',
    ])
    expect(titles('١) تدشين المنصة ٧ ديسمبر ٢) معرض السلامة ٢١ ديسمبر')).toEqual(['تدشين المنصة', 'معرض السلامة'])
    expect(titles('Appendix a) of the report is launched on 7 December')).toHaveLength(1)
  })
  test('what is said to follow need not say what it is', () => {
    expect(titles('Add the pottery morning, 14 December 5pm; also the kite afternoon for children, 15 December 4pm')).toHaveLength(2)
  })
  test('what is more than can be taken up at once is counted', () => {
    const days = Array.from({ length: 43 }, (_, i) => `- Fair ${(i % 28) + 1} Jan`).join('\n')
    const m = understand(days, contextFor(days))
    expect([m.others.length, m.beyond]).toEqual([39, 3])
    expect(understand('Fair 1 Jan', contextFor('a')).beyond).toBe(0)
  })
  test('places of mentions are those of the message', () => {
    const text = '1. Water forum 7 December\n2. Dam visit 8 December'
    const m = understand(text, contextFor(text))
    for (const x of [m, ...m.others]) for (const w of x.when) expect(text.slice(w.at, w.at + w.text.length)).toBe(w.text)
    expect(itemsOf(text, contextFor(text)).items.map(i => text[placeIn(i, 0)])).toEqual(['W', 'D'])
  })
})
