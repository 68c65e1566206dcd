/** What is said of several values that stand: named anew, added to, taken from. */
import { expect, test } from 'vitest'
import { type Amend, amendsIn } from '../../src/understanding/amend.ts'

const all = (rest: string): Amend => ({ how: 'all', rest })
const add = (rest: string): Amend => ({ how: 'add', rest })
const drop = (rest: string): Amend => ({ how: 'drop', rest })

test.each<[string, Amend[]]>([
  ['Saturday and Sunday', [all('Saturday and Sunday')]],
  ['السبت والأحد', [all('السبت والأحد')]],
  ['No, Saturday and Sunday', [all('Saturday and Sunday')]],
  ['لا، السبت والأحد', [all('السبت والأحد')]],
  ['only Friday', [all('Friday')]],
  ['also the Ministry of Works', [add('the Ministry of Works')]],
  ['and Education too', [add('Education')]],
  ['Education as well', [add('Education')]],
  ['please add Thursday', [add('Thursday')]],
  ['ووزارة التربية', [add('وزارة التربية')]],
  ['وأضف وزارة الأشغال', [add('وزارة الأشغال')]],
  ['والخميس أيضاً', [add('الخميس')]],
  ['أضيفوا الخميس', [add('الخميس')]],
  ['drop Friday', [drop('Friday')]],
  ['without the Ministry of Works', [drop('the Ministry of Works')]],
  ['احذف الجمعة', [drop('الجمعة')]],
  ['لا، بدون وزارة التربية', [drop('وزارة التربية')]],
  ['من دون الجمعة', [drop('الجمعة')]],
  ['drop Friday and add Sunday', [drop('Friday'), add('Sunday')]],
  ['احذف الجمعة وأضف الأحد', [drop('الجمعة'), add('الأحد')]],
  ['Friday and Saturday, but not Thursday', [all('Friday and Saturday'), drop('Thursday')]],
])('«%s»', (said, amends) => expect(amendsIn(said)).toEqual(amends))

test('a name that begins with «و» is no addition by that', () => expect(amendsIn('وزارة التربية')).toEqual([all('وزارة التربية')]))
