/** A meeting walked through line by line, what is recorded on the way, its closing, its minutes and their corrections. */
import { describe, expect, test } from 'vitest'
import { minutes } from '../../db/schema.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

/** Sunday 6 December 2026, just after ten. */
const atTen = '2026-12-06T10:05:00+03:00'
const told = (who: string, what: RegExp) => h.shown.filter(s => s.to === who && s.op === 'send' && what.test(textOf(s.view)))

async function started() {
  await h.moveTo(atTen)
  return h.say('centre', 'start the meeting')
}

describe('the walk', () => {
  test('goes line by line, back and over, to the end, and a restart loses nothing', async () => {
    const first = await started()
    expect(first.text).toMatch(/line 1 of \d/)
    const title = first.text.split('\n')[0]
    const second = await h.press('centre', 'Next line')
    expect(second.text).toMatch(/line 2 of \d/)
    expect((await h.press('centre', 'Back')).text.split('\n')[0]).toBe(title)
    await h.press('centre', 'Skip')
    // A coordinator who asks again, on any copy, is where the meeting is.
    expect((await h.say('centre', 'where were we in the meeting?')).text).toMatch(/line 2 of \d/)
    // By a sentence as well as by a button.
    expect((await h.say('centre', 'next line of the agenda')).text).toMatch(/line 3 of \d/)
    expect((await h.say('centre', 'نرجع إلى البند السابق')).text).toMatch(/البند ٢ من/)
    expect((await h.say('centre', 'skip this item of the agenda')).text).toMatch(/line 3 of \d/)
    for (let i = 0; i < 9 && !/agenda is through/.test(textOf(h.last('centre').view)); i++) await h.press('centre', 'Next line')
    expect(textOf(h.last('centre').view)).toContain('The agenda is through')
    expect(actionsOf(h.last('centre').view).map(a => a.label)).toContain('Close the meeting')
    expect(h.errors).toEqual([])
  })

  test('is begun on the day of the meeting alone, asked about before its hour, and by coordinators', async () => {
    expect((await h.say('centre', 'start the meeting')).text).toContain('There is no meeting to start today')
    await h.moveTo('2026-12-06T08:00:00+03:00')
    expect((await h.say('centre', 'ابدأ الاجتماع')).text).toContain('لم يبدأ اجتماع')
    expect((await h.press('centre', 'بدء الاجتماع')).text).toMatch(/البند ١ من/)
    expect((await h.say('health', 'start the meeting')).text).toContain('This is for')
    expect((await h.say('health', 'قرار: توحيد الرسائل')).text).toContain('من صلاحية')
  })

  test('takes decisions and actions as they are written, and asks only for what is missing', async () => {
    await started()
    expect((await h.say('centre', 'قرار: توحيد الرسائل الصحية في ديسمبر')).text).toMatch(/سُجّل القرار[\s\S]*توحيد الرسائل الصحية/)
    const whole = await h.say('centre', 'action: the Ministry of Health sends the photo list by 10 December')
    expect(whole.text).toMatch(
      /The action is recorded[\s\S]*1\. The Ministry of Health sends the photo list\nMinistry of Health · due Thursday 10 December/,
    )
    expect((await h.say('centre', 'action: send the speakers’ names by 10 December')).text).toContain('Which organization owes it?')
    expect((await h.say('centre', 'Youth')).text).toContain('2. Send the speakers’ names')
    // Whoever owes it hears of it with the minutes, and not before.
    expect(told('health', /photo list/)).toEqual([])
    // The word on the button, written; and a form that was opened and closed takes no command for its answer.
    expect((await h.say('centre', 'decision')).text).toContain('What was decided?')
    await h.say('centre', 'cancel')
    await h.press('centre', 'Decision', { dialog: true })
    expect((await h.say('centre', 'which coverage is missing?')).text).toContain('Coverage not known yet')
    await h.press('centre', 'Decision', { dialog: false })
    expect((await h.say('centre', 'The next edition is compiled on Thursday')).text).toContain('The decision is recorded')
    expect(h.errors).toEqual([])
  })

  test('an action for all is one line, each by itself on request, and its day off is one press from a working day', async () => {
    await started()
    await h.say('centre', 'please speak English with me')
    const all = await h.say('centre', 'action: all organizations send their figures by 16 December')
    expect(all.text).toMatch(/Actions 1 to 12 are recorded[\s\S]*16 December 2026 is not a working day/)
    expect(all.text).toMatch(/1–12\. All organizations send their figures\nAll 12 organizations · due Wednesday 16 December/)
    const earlier = await h.press('centre', 'Due on Tuesday 15 December 2026')
    expect(earlier.text).toMatch(/^Changed\.[\s\S]*All 12 organizations · due Tuesday 15 December/)
    expect((await h.press('centre', 'One by one')).text).toMatch(/^Actions 1 to 12\n1\. All organizations[\s\S]*12\. All organizations/)
    await h.press('centre', 'Take out')
    const preview = await h.press('centre', 'Close the meeting')
    expect(preview.text).toMatch(/\n2–12\. All organizations send their figures\n.*Ministry of Health, .* · due Tuesday 15 December 2026/)
    await h.press('centre', 'Post the minutes')
    expect(textOf(told('health', /figures/)[0]?.view ?? h.last('health').view)).toMatch(
      /(An action for your organization|إجراء متابعة على جهتكم):\n\S+ All organizations send/,
    )
    expect(h.errors).toEqual([])
  })

  test('a sentence corrects what was recorded last, or one by its number, or takes it out', async () => {
    await started()
    await h.say('centre', 'please speak English with me')
    await h.say('centre', 'action: the Ministry of Health sends the photo list by 10 December')
    await h.say('centre', 'decision: one spokesperson answers for National Day')
    expect((await h.say('centre', 'correct the last action: due on Sunday 13 December')).text).toMatch(
      /^Changed\.[\s\S]*1\. The Ministry of Health sends the photo list\nMinistry of Health · due Sunday 13 December/,
    )
    expect((await h.say('centre', 'the last action is by Works, not Health')).text).toContain('Ministry of Works · due Sunday 13 December')
    expect((await h.say('centre', 'change the last decision to: the Minister answers for National Day')).text).toMatch(
      /^Changed\.[\s\S]*• ?The Minister answers|The Minister answers for National Day/,
    )
    expect((await h.say('centre', 'غيّر موعد الإجراء الأخير إلى السبت ١٢ ديسمبر')).text).toMatch(
      /^تم التعديل\.\nالسبت ١٢ ديسمبر ٢٠٢٦ ليس يوم عمل، ويوم العمل السابق له الخميس ١٠ ديسمبر/,
    )
    await h.say('centre', 'please speak English with me')
    await h.press('centre', 'Next line').catch(() => h.say('centre', 'next line of the agenda'))
    await h.say('centre', 'action: Youth names two speakers by 10 December')
    // One of an earlier line is shown, though it stands on another.
    expect((await h.say('centre', 'correct action 1: the Ministry of Health sends the video list')).text).toMatch(
      /^Changed\.[\s\S]*1\. The Ministry of Health sends the video list\nMinistry of Health · due Saturday 12 December/,
    )
    expect((await h.say('centre', 'correct the last action')).text).toContain('Action: Youth names two speakers')
    await h.say('centre', 'cancel')
    expect((await h.say('centre', 'remove the last action')).text).toMatch(/^Taken out\./)
    expect((await h.say('centre', 'احذف القرار الأخير')).text).toMatch(/^تم الحذف\./)
    expect((await h.say('centre', 'احذف القرار الأخير')).text).toContain('لم أجد هذا القرار')
    expect(h.errors).toEqual([])
  })

  test('an action for all is corrected as one by its day; given to another, each by itself', async () => {
    await started()
    await h.say('centre', 'please speak English with me')
    await h.say('centre', 'action: all organizations send their figures by 15 December')
    expect((await h.say('centre', 'the last action is due on 20 December')).text).toContain('All 12 organizations · due Sunday 20 December')
    expect((await h.say('centre', 'correct the last action: by Works')).text).toMatch(/^Actions 1 to 12/)
  })

  test('a decision said where there is no meeting is not lost in silence', async () => {
    expect((await h.say('centre', 'قرار: توحيد الرسائل')).text).toContain('فلم يُسجّل القرار')
  })

  test('two coordinators at once: both record, and the later Next passes over nothing', async () => {
    await started()
    await h.say('centre-2', 'where were we in the meeting?')
    await h.press('centre', 'Next line')
    const late = await h.press('centre-2', 'Next line')
    expect(late.text).toMatch(/went on meanwhile[\s\S]*line 2 of/)
    await h.say('centre-2', 'decision: One calendar for December')
    await h.press('centre', 'Back')
    expect((await h.press('centre', 'Next line')).text).toContain('One calendar for December')
    expect((await h.press('centre-2', 'Next line')).text).toMatch(/line 2 of/)
  })
})

describe('the minutes', () => {
  async function recorded() {
    await started()
    await h.say('centre', 'قرار: توحيد الرسائل الصحية في ديسمبر')
    await h.say('centre', 'action: the Ministry of Health sends the photo list by 10 December')
    await h.press('centre', 'Next line')
    await h.say('centre', 'decision: The spokespersons meet weekly')
    return h.press('centre', 'Close the meeting')
  }

  test('are previewed, corrected, posted in each reader’s language and kept', async () => {
    const preview = await recorded()
    expect(preview.text).toMatch(
      /This is a preview[\s\S]*1\. توحيد الرسائل[\s\S]*2\. The spokespersons meet weekly[\s\S]*due Thursday 10 December 2026/,
    )
    expect(told('health', /Minutes 1/)).toEqual([])
    // Of two decisions the second is taken out, in the preview.
    await h.press('centre', 'Take out', { nth: 1 })
    expect(textOf(h.last('centre').view)).not.toContain('spokespersons')
    const [post] = actionsOf(h.last('centre').view).filter(a => a.label === 'Post the minutes')
    expect((await h.press('centre', 'Post the minutes')).text).toContain('its minutes are on their way')
    // The same button of a colleague's card, or pressed twice.
    const again = await h.deliver('centre-2', { kind: 'press', press: post?.press ?? { name: '', args: {} }, dialog: false })
    expect(again.text).toContain('posted already')
    const [english] = told('health', /Minutes 1: meeting of Sunday 6 December 2026/)
    expect(english && textOf(english.view)).toMatch(/^An action for your organization:\n1\. The Ministry of Health sends the photo list/)
    expect(english && textOf(english.view)).toContain('as it was written')
    const arabic = h.shown.filter(s => s.op === 'send' && s.view.language === 'ar' && /المحضر رقم ١/.test(textOf(s.view)))
    expect(arabic.length).toBeGreaterThan(3)
    expect(arabic.every(s => /⁨|\u2068/.test(JSON.stringify(s.view)))).toBe(true)
    expect((await h.say('observer', 'send me the minutes of the last meeting')).text).toMatch(/Minutes 1[\s\S]*photo list/)
    expect((await h.say('health', 'my actions')).text).toContain('photo list')
    expect((await h.say('centre', 'start the meeting')).text).toContain('its minutes are posted')
    expect(await h.db.select({ version: minutes.version }).from(minutes)).toEqual([{ version: 1 }])
    expect(h.errors).toEqual([])
  })

  test('what was recorded after the preview is shown before it is posted', async () => {
    await recorded()
    const [post] = actionsOf(h.last('centre').view).filter(a => a.label === 'Post the minutes')
    await h.say('centre', 'decision: A third one')
    const { text } = await h.deliver('centre', { kind: 'press', press: post?.press ?? { name: '', args: {} }, dialog: false })
    expect(text).toMatch(/nothing was posted[\s\S]*A third one/)
    expect(await h.db.select().from(minutes)).toEqual([])
  })

  test('a correction is a new version under the same number; the earlier one stays as it was', async () => {
    await recorded()
    await h.press('centre', 'Post the minutes')
    await h.say('centre', 'show the last minutes')
    const open = await h.press('centre', 'Correct')
    expect(actionsOf(open.views[0] ?? h.last('centre').view).map(a => a.label)).not.toContain('Post the correction')
    const form = h.formOf((await h.press('centre', 'Change', { nth: 1 })).reply)
    await h.fill('centre', form, { ar: '', en: 'The spokespersons meet every Sunday' }, 'en')
    expect(told('health', /every Sunday/)).toEqual([])
    expect((await h.press('centre', 'Post the correction')).text).toContain('These minutes were corrected once')
    expect(told('health', /every Sunday/)).toHaveLength(1)
    const kept = await h.db.select().from(minutes).orderBy(minutes.version)
    expect(
      kept.map(m => [m.number, m.version, /weekly/.test(JSON.stringify(m.content)), /every Sunday/.test(JSON.stringify(m.content))]),
    ).toEqual([
      [1, 1, true, false],
      [1, 2, false, true],
    ])
    expect(h.errors).toEqual([])
  })

  test('say nothing of an activity that is the centre’s alone', async () => {
    await h.say('health', 'Secret vaccine launch on 13 December at 10am at the Gulf Hotel, embargoed until 12 December at 9am')
    await h.press('health', 'Submit')
    await started()
    let seen = ''
    for (let i = 0; i < 9 && !/agenda is through/.test(textOf(h.last('centre').view)); i++) {
      seen += textOf(h.last('centre').view)
      await h.press('centre', 'Next line')
    }
    expect(seen).toContain('Secret vaccine')
    await h.press('centre', 'Close the meeting')
    await h.press('centre', 'Post the minutes')
    expect(told('youth', /المحضر رقم|Minutes 1/)).toHaveLength(1)
    expect(told('youth', /Secret vaccine/)).toEqual([])
  })
})

test('a meeting nobody closed is asked about at the end of the day, each day, and never closes by itself', async () => {
  await started()
  const asked = () => told('centre', /is still open|ما زال اجتماع/).length
  await h.moveTo('2026-12-06T14:00:00+03:00')
  expect(asked()).toBe(0)
  await h.moveTo('2026-12-06T18:00:00+03:00')
  expect(asked()).toBe(1)
  await h.moveTo('2026-12-07T18:00:00+03:00')
  expect(asked()).toBe(2)
  expect((await h.say('centre', 'start the meeting')).text).toMatch(/line 1 of/)
  await h.say('centre', 'close the meeting')
  await h.press('centre', 'Post the minutes')
  await h.moveTo('2026-12-09T18:00:00+03:00')
  expect(asked()).toBe(2)
  expect(h.errors).toEqual([])
})

test('the next meeting begins with the actions of the last one, and what is done can be said on the line', async () => {
  await started()
  await h.say('centre', 'action: the Ministry of Health sends the photo list by 10 December')
  await h.say('centre', 'close the meeting')
  await h.press('centre', 'Post the minutes')
  await h.moveTo('2027-01-03T10:05:00+03:00')
  expect((await h.say('centre', 'start the meeting')).text).toMatch(
    /line 1 of[\s\S]*1\. The Ministry of Health sends the photo list\nMinistry of Health · due Thursday 10 December · Overdue/,
  )
  expect((await h.press('centre', 'Done')).text).toContain('Action 1')
  expect((await h.say('health', 'my actions')).text).toContain('Nothing is open')
  // Once the line is dealt with, the walk goes on from the next.
  await h.press('centre', 'Next line')
  expect(textOf(h.last('centre').view)).toMatch(/line 2 of/)
  await h.say('centre', 'close the meeting')
  await h.press('centre', 'Post the minutes')
  expect((await h.say('health', 'open minutes number 1')).text).toContain('Sunday 6 December 2026')
  expect((await h.say('health', 'minutes of the meeting')).text).toContain('Minutes 2')
  expect(h.errors).toEqual([])
})

test('who answered that they come stands in the minutes', async () => {
  await h.moveTo('2026-12-01T10:00:00+03:00')
  expect((await h.say('health', 'we will attend the meeting')).text).not.toBe('')
  await started()
  const preview = await h.say('centre', 'close the meeting')
  expect(preview.text).toMatch(/Attendance, as announced\nMinistry of Health\n/)
})

test('who really came is noted by a coordinator, beginning with what was answered, and stands in the minutes instead', async () => {
  await h.moveTo('2026-12-01T10:00:00+03:00')
  await h.say('health', 'we will attend the meeting')
  await started()
  await h.say('centre', 'close the meeting')
  const form = h.formOf((await h.press('centre', 'Who came')).reply)
  const choices = form.inputs[0]
  expect(choices?.value).toHaveLength(1)
  const works = choices?.options?.find(o => o.label.includes('Ministry of Works'))
  expect(works?.label).toMatch(/\(.*Ministry of Works.*\)/)
  const preview = await h.fill('centre', form, { came: [works?.value ?? ''] }, 'en')
  expect(preview.text).toMatch(/Noted: 1 person was there[\s\S]*Present\nMinistry of Works\n/)
  expect(preview.text).not.toContain('as announced')
  expect((await h.press('centre', 'Post the minutes')).text).not.toContain('changed')
  expect((await h.say('works', 'minutes of the meeting')).text).toMatch(/Present\nMinistry of Works\n/)
  expect((await h.say('health', 'minutes of the meeting')).text).not.toContain('as announced')
  expect(h.errors).toEqual([])
})
