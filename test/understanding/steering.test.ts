/** Words that steer a conversation, and corrections that change one part. */
import { describe, expect, test } from 'vitest'
import { steering } from '../../src/understanding/steering.ts'

describe('corrections', () => {
  test.each([
    ['لا، الساعة ١١', null, 'الساعة ١١'],
    ['actually the 15th', 'when', 'the 15th'],
    ['not the 14th, the 15th', 'when', 'the 15th'],
    ['make it 11', 'time', '11'],
    ['خلّها ١١', 'time', '١١'],
    ['المكان مو مركز المعارض، في فندق الخليج', 'venue', 'في فندق الخليج'],
    ['ليس الأحد بل الاثنين', null, 'الاثنين'],
    ['the venue is the Gulf Hotel, not the museum', 'venue', 'the Gulf Hotel'],
    ['wrong venue, it is the Gulf Hotel', 'venue', 'the Gulf Hotel'],
    ['غيروا المكان لفندق الخليج', 'venue', 'فندق الخليج'],
    ['change the date to 14 December', 'when', '14 December'],
    ['sorry, I meant Monday', null, 'Monday'],
    ['العنوان الصحيح: مهرجان الربيع', 'title', 'مهرجان الربيع'],
    ['change the venue', 'venue', null],
    ['rename it to Wellness Week', 'title', 'Wellness Week'],
    ['سمّوها معرض العافية', 'title', 'معرض العافية'],
    ['make it tentative', 'certainty', 'tentative'],
    ['اجعلوها مؤكدة', 'certainty', 'confirmed'],
    ['move it to the Gulf Hotel', 'venue', 'the Gulf Hotel'],
    ['move it to Sunday at the Gulf Hotel', null, 'Sunday at the Gulf Hotel'],
  ])('%s', (text, field, to) => expect(steering(text, 'ar')).toEqual({ kind: 'change', field, to }))

  test.each([
    ['no patron', 'patron', null, 'empty'],
    ['بدون راعي', 'patron', null, 'empty'],
    ['drop the patron', 'patron', null, 'empty'],
    ['احذفوا الراعي', 'patron', null, 'empty'],
    ['add the Ministry of Health as a partner', 'partners', 'the Ministry of Health', 'add'],
    ['أضيفوا وزارة الصحة شريكاً', 'partners', 'وزارة الصحة', 'add'],
    ['remove the Ministry of Health from the partners', 'partners', 'the Ministry of Health', 'remove'],
    ['add a note: bring the flags', 'notes', 'bring the flags', 'add'],
    ['أضف الدكتور علي حسن متحدثاً', 'spokesperson', 'الدكتور علي حسن', 'add'],
  ])('%s', (text, field, to, how) => expect(steering(text, 'ar')).toEqual({ kind: 'change', field, to, how }))

  test.each([
    [
      'change the time to 5 pm, move it to the Gulf Hotel and add the Ministry of Health as a partner',
      ['time 5 pm', 'venue the Gulf Hotel', 'partners the Ministry of Health'],
    ],
    [
      'غيّر الموعد إلى الأحد الساعة الخامسة والمكان إلى مركز الخليج وأضف وزارة الصحة شريكاً',
      ['when الأحد الساعة الخامسة', 'venue مركز الخليج', 'partners وزارة الصحة'],
    ],
    ['drop the patron and make it tentative', ['patron null', 'certainty tentative']],
    ['احذف الراعي واجعلها مبدئية', ['patron null', 'certainty tentative']],
    ['the venue is the Ritz, and the time is 6 pm', ['venue the Ritz', 'time 6 pm']],
    ['المكان في فندق الريتز، غيّر الوقت إلى السادسة ثم سمّها معرض العافية', ['venue في فندق الريتز', 'time السادسة', 'title معرض العافية']],
    ['no, make it 22 December and call it Health Days', ['null 22 December', 'title Health Days']],
    ['make it flarg and change the time to 6 pm', ['null make it flarg', 'time 6 pm']],
    ['please update the place to Bahrain Bay; also change the date to 3 January', ['venue Bahrain Bay', 'when 3 January']],
    ['edit it: rename it to Book Week and remove the spokesperson', ['title Book Week', 'spokesperson null']],
  ])('each of several: %s', (text, each) => {
    const read = steering(text, 'en')
    expect(read?.kind === 'change' && read.each?.map(c => `${c.field} ${c.to}`)).toEqual(each)
  })

  test.each([
    'change the summary to: families walk, the venue is open and the time is free',
    'change the title to Place and Time',
    'move it to Sunday and the children will come',
    'make it 11',
  ])('one correction: %s', text => expect(steering(text, 'en')).toMatchObject({ kind: 'change' }))
  test('a description holds whatever it holds', () =>
    expect(steering('change the summary to: families walk, the venue is open and move it to heart', 'en')).toEqual({
      kind: 'change',
      field: 'summary',
      to: 'families walk, the venue is open and move it to heart',
    }))
})

test.each([
  ['yes', 'yes'],
  ['إي نعم', 'yes'],
  ['لا', 'no'],
  ['تمام قدمها', 'submit'],
  ['cancel it', 'cancel'],
  ['مدري', 'skip'],
  ['من جديد', 'startOver'],
])('%s steers', (text, kind) => expect(steering(text, 'en')).toEqual({ kind }))

test.each([
  'Winter lights festival',
  'Bahrain Fort',
  'Not your average exhibition',
  'Make it happen campaign',
  'لا توجد لدينا فعاليات هذا الشهر',
  'no events on Sunday',
  'when is the next meeting?',
])('an answer or a question is no correction: %s', text => expect(steering(text, 'en')).toBeNull())
