/** What a sentence says of one person's membership, and what only sounds like it. */
import { expect, test } from 'vitest'
import { type PersonSaid, personIn } from '../../src/understanding/person-said.ts'

const add = (name: string, email: string | null, organization: string | null, ...roles: string[]) => ({
  kind: 'add',
  name,
  email,
  organization,
  roles,
})
const left = (who: string) => ({ kind: 'left', who })
const is = (who: string, how: 'all' | 'add' | 'drop', ...roles: string[]) => ({ kind: 'roles', how, who, roles })

test.each<[string, object]>([
  [
    'add Huda Salem, huda@health.example, to the Ministry of Health as a member',
    add('Huda Salem', 'huda@health.example', 'Ministry of Health', 'member'),
  ],
  ['please add Huda Salem (huda@health.example) to Health', add('Huda Salem', 'huda@health.example', 'Health')],
  ['add Huda Salem huda@health to Health as coordinator', add('Huda Salem', 'huda@health', 'Health', 'coordinator')],
  ['register Ali Hasan at the Ministry of Works as an observer', add('Ali Hasan', null, 'Ministry of Works', 'observer')],
  ['add Huda Salem, huda@health.example, to the network', add('Huda Salem', 'huda@health.example', null)],
  ['أضف هدى سالم، huda@health.example، إلى وزارة الصحة عضواً', add('هدى سالم', 'huda@health.example', 'وزارة الصحة', 'member')],
  ['أضيفوا علي حسن إلى وزارة الأشغال بصفة منسق', add('علي حسن', null, 'وزارة الأشغال', 'coordinator')],
  ['سجّلوا هدى سالم huda@health.example من وزارة الصحة', add('هدى سالم', 'huda@health.example', 'وزارة الصحة')],
  ['Ali left', left('Ali')],
  ['Yusuf Ahmed left the network', left('Yusuf Ahmed')],
  ['Ali Hasan has left the ministry.', left('Ali Hasan')],
  ['take Huda off the members', left('Huda')],
  ['Ali no longer works with us', left('Ali')],
  ['غادر يوسف أحمد الدوسري الشبكة', left('يوسف أحمد الدوسري')],
  ['يوسف الدوسري لم يعد يعمل معنا', left('يوسف الدوسري')],
  ['لم تعد هدى تعمل معنا', left('هدى')],
  ['احذفوا يوسف الدوسري من السجل', left('يوسف الدوسري')],
  ['Huda Mahmood is now a coordinator', is('Huda Mahmood', 'all', 'coordinator')],
  ['make Yusuf Aldoseri an administrator', is('Yusuf Aldoseri', 'all', 'admin')],
  ['Huda is also an administrator', is('Huda', 'add', 'admin')],
  ['Huda is no longer a coordinator', is('Huda', 'drop', 'coordinator')],
  ['هدى البستكي أصبحت منسقة', is('هدى البستكي', 'all', 'coordinator')],
  ['أصبح يوسف الدوسري منسقاً', is('يوسف الدوسري', 'all', 'coordinator')],
  ['اجعلوا يوسف الدوسري منسقاً', is('يوسف الدوسري', 'all', 'coordinator')],
  ['هدى لم تعد منسقة', is('هدى', 'drop', 'coordinator')],
])('«%s»', (said, person) => expect(personIn(said)).toEqual(person as PersonSaid))

test.each([
  'add a new member',
  'add a member to our organisation',
  'add the Ministry of Works as a partner',
  'add a photographer as a member of the team',
  'Two seats left',
  'the minister left the exhibition',
  'who left the network?',
  'أضف عضواً',
  'أضف ورشة إلى المخطط',
  'غادر الوفد إلى الرياض',
])('of nobody: «%s»', said => expect(personIn(said)).toBeNull())

test.each(['احذفوا بياناتي من الشبكة', 'احذفوا تسجيلي من الشبكة', 'remove me from the network', 'delete my account from the network'])(
  'who speaks of themselves takes nobody off: %s',
  said => {
    expect(personIn(said)).toBeNull()
  },
)
