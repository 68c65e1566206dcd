/** Which of several numbered things is spoken of, and what is left to be said of it. */
import { expect, test } from 'vitest'
import { which } from '../../src/understanding/which.ts'

test.each<[string, (number | 'all')[] | null, string]>([
  ['2', [2], ''],
  ['2: at 11', [2], 'at 11'],
  ['the second at 11', [2], 'at 11'],
  ['second one on Tuesday', [2], 'on Tuesday'],
  ['change the second to Tuesday', [2], 'Tuesday'],
  ['change 2 to 11am', [2], '11am'],
  ['change the venue of number 2 to Gulf Hotel', [2], 'change the venue to Gulf Hotel'],
  ['the last one is tentative', [-1], 'tentative'],
  ['all at the Gulf Hotel', ['all'], 'at the Gulf Hotel'],
  ['both are at 10am', ['all'], 'at 10am'],
  ['رقم ٢ الساعة ٩', [2], 'الساعة ٩'],
  ['الثانية الساعة ١١', [2], 'الساعة ١١'],
  ['الفعالية الثالثة يوم الأحد', [3], 'يوم الأحد'],
  ['غيّر مكان الثانية إلى فندق الخليج', [2], 'غيّر مكان إلى فندق الخليج'],
  ['كلها في مركز المعارض', ['all'], 'في مركز المعارض'],
  // Times, days and what has a number in its name.
  ['2:30', null, ''],
  ['2.12', null, ''],
  ['last Sunday', null, ''],
  ['the second of December', null, ''],
  ['first half of December', null, ''],
  ['الثانية ظهراً', null, ''],
  ['الثانية عشرة', null, ''],
  ['الساعة الثانية', null, ''],
  ['the venue is Gulf Hotel', null, ''],
  ['كلها', null, ''],
])('%s', (said, places, rest) => {
  const found = which(said)
  expect(found && [found.places].flat()).toEqual(places)
  expect(found?.rest ?? '').toBe(rest)
  expect(found?.leave ?? false).toBe(false)
})

test.each<[string, number[]]>([
  ['leave out 3', [3]],
  ['remove 2 and 3', [2, 3]],
  ['without the third', [3]],
  ['احذف الثالثة', [3]],
  ['احذف ٢ و٣', [2, 3]],
  ['شيل رقم ٢', [2]],
])('%s', (said, places) => expect(which(said)).toMatchObject({ leave: true, places, rest: '' }))
