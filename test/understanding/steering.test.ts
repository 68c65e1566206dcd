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
    ['no patron', 'patron', null],
    ['بدون راعي', 'patron', null],
  ])('%s', (text, field, to) => expect(steering(text, 'ar')).toEqual({ kind: 'change', field, to }))
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
