/** The directory: who an organization's communication officers are and where they are met; nobody else, and nothing else of them. */
import { describe, expect, test } from 'vitest'
import * as people from '../../db/people.ts'
import { actionsOf, type TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

describe('the directory', () => {
  test('says who is at an organization, and where each is met', async () => {
    await h.say('health-2', 'hello')
    const { text } = await h.say('works', "who's at the health ministry?", {})
    expect(text).toBe(
      [
        'Ministry of Health',
        '3 communication officers',
        'Dr Maryam Jasim Alalawi',
        'on the local chat',
        'Yusuf Ahmed Aldoseri',
        'on the local chat',
        'Zainab Hasan Almarzooq',
        'on the local chat',
      ].join('\n'),
    )
    expect(text).not.toContain('@')
  })
  test('in Arabic, in the reader’s language of names', async () => {
    const { text } = await h.say('youth', 'من في وزارة الصحة؟')
    expect(text).toMatch(/^وزارة الصحة\n٣ من مسؤولي الاتصال\nد. مريم جاسم العلوي\nعبر المحادثة المحلية\n/)
  })
  test('who is away, until when, and who stands in', async () => {
    await h.say('health', 'I am away from 24 to 26 November, Yusuf covers for me')
    await h.press('health', 'Save')
    const { text } = await h.say('tourism', 'who is at the ministry of health')
    expect(text).toContain(
      'Dr Maryam Jasim Alalawi\non the local chat · away until Thursday 26 November 2026 · Yusuf Ahmed Aldoseri stands in',
    )
  })
  test('where several match they are listed to choose from; where none does that is said, with the list', async () => {
    expect((await h.say('tourism', 'who is my contact at the council?')).text).toMatch(/^Supreme Council for Environment\n/)
    const many = await h.command('tourism', 'munassiq', 'directory ministry')
    expect(many.text).toBe('Several organizations match. Which one do you mean?')
    expect((await h.press('tourism', 'Ministry of Works')).text).toContain('Ali Husain Alsaffar')
    const none = await h.command('tourism', 'munassiq', 'directory atlantis')
    expect(none.text).toBe(
      'I found no organization and no communication officer of that name in the network.\nWhose communication officers shall I show?',
    )
    expect(none.views.flatMap(actionsOf).map(a => a.label)).toContain('Ministry of Works')
    expect((await h.command('tourism', 'munassiq', 'directory')).text).toBe('Whose communication officers shall I show?')
  })
  test('slips of typing, short names, one’s own organization, and a person by name', async () => {
    for (const [said, name] of [
      ['directory minsitry of educaton', 'Ministry of Education'],
      ['directory iGA', 'Information and eGovernment Authority'],
      ['directory the municipality', 'Ministry of Municipalities Affairs and Agriculture'],
      ['directory our organization', 'Tourism and Exhibitions Authority'],
    ] as const)
      expect((await h.command('tourism', 'munassiq', said)).text, said).toMatch(new RegExp(`^${name}\n`))
    expect((await h.command('tourism', 'munassiq', 'directory Noora Alkaabi')).text).toBe(
      'Directory\nNoora Salman Alkaabi\nMinistry of Youth Affairs · on the local chat',
    )
  })
  test('holds no observers, no administrators as such, nobody who left, and no strangers', async () => {
    await h.deliver('passer-by', { kind: 'text', text: 'hello', message: 'm' }, { profile: { name: 'Passer By', guest: false } })
    const network = await h.network()
    const gone = (await people.activeMembers(h.db, network)).find(m => m.name.en === 'Talal Jamal Albalooshi')
    await people.changeMember(h.db, network.id, gone?.id ?? '', { active: false })
    const { text } = await h.command('observer', 'munassiq', 'directory the Centre')
    expect(text).toBe('Communication Centre\nOne communication officer\nNoof Abdullatif Alansari\ncoordinator · on the local chat')
    for (const name of ['Muneera', 'Wael', 'Talal', 'Passer'])
      expect((await h.command('observer', 'munassiq', `directory ${name}`)).text, name).toContain('لم أجد')
  })
  test('one who cannot be written to is said to be so', async () => {
    const network = await h.network()
    const all = await people.activeMembers(h.db, network)
    const zainab = all.find(m => m.name.en === 'Zainab Hasan Almarzooq')
    await people.unlink(h.db, network.id, zainab?.id ?? '')
    expect((await h.command('tourism', 'munassiq', 'directory health')).text).toContain(
      'Zainab Hasan Almarzooq\ncannot be reached in chat yet',
    )
  })
})
