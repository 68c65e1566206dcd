/** What every chat must do, whatever its platform: one suite, run by each adapter through its own harness, over HTTP and the real core. */
import { expect, test } from 'vitest'
import { mostFileBytes } from '../../src/model/incoming.ts'

/** A message as a person sees it: its words (marks of isolation taken off) and the labels of its buttons. `update` where it took an earlier one's place. */
export type Seen = { text: string; buttons: string[]; update: boolean }

/**
 * One chat with the sample network behind it, on Tuesday 24 November 2026, 09:00 in Bahrain. `who` is a sample member's handle. Each call sends what
 * the platform would send, waits until the bot has worked it and delivered everything, and returns what that person was shown meanwhile.
 */
export type Harness = {
  say(who: string, text: string): Promise<Seen[]>
  /** Presses the button with this label on the newest message shown to the person that has one. `twice` sends the same press as two deliveries. */
  press(who: string, label: string, how?: { twice?: boolean }): Promise<Seen[]>
  /** Presses a button that opens a form, fills its inputs by their ids and sends it off. A form that came back is returned as `problems`, by input id. */
  fill(who: string, label: string, answers: Record<string, string>): Promise<{ seen: Seen[]; problems: Record<string, string> }>
  /** Changes the text of the person's newest message. */
  edit(who: string, text: string): Promise<Seen[]>
  /** The very request that was sent last, once more, byte for byte. */
  again(): Promise<Seen[]>
  /** Tells a person something with a file. */
  hand(who: string, file: { name: string; bytes: Uint8Array; alt?: string }): Promise<Seen[]>
  /** Sends the bot a file. */
  attach(who: string, file: { name: string; bytes: Uint8Array }): Promise<Seen[]>
  /** Takes every file the person was offered, as people do there, once more than needed; returns what is theirs now. */
  files(who: string): Promise<{ name: string; bytes: Uint8Array }[]>
  /** The pictures that stand before the person, with what those who do not see them are told. */
  pictures(who: string): Promise<{ alt: string; bytes: Uint8Array }[]>
  /** Everything any person was sent, newest last. */
  all(): { to: string; seen: Seen }[]
  close(): Promise<void>
}

const text = (list: Seen[]): string => list.map(s => s.text).join('\n')

export function contract(name: string, start: () => Promise<Harness>): void {
  const on = (title: string, run: (chat: Harness) => Promise<void>) =>
    test(`${name}: ${title}`, async () => {
      const chat = await start()
      try {
        await run(chat)
      } finally {
        await chat.close()
      }
    })

  on('a sentence in Arabic becomes a card, and Submit gives it a number', async chat => {
    const card = await chat.say('egov', 'نطلق خدمة التقارير الائتمانية يوم ١٥ ديسمبر الساعة ١٠ صباحاً في مركز المعارض')
    expect(text(card)).toMatch(/الثلاثاء ١٥ ديسمبر ٢٠٢٦/)
    expect(card.at(-1)?.buttons).toContain('تقديم الفعالية')
    const saved = await chat.press('egov', 'تقديم الفعالية')
    expect(text(saved)).toMatch(/A-2026-\d{4}/)
  })

  on('in English, with a gap asked for and a correction taken', async chat => {
    const asked = await chat.say('health', "We're launching the winter clinics campaign on 14 December at 10am")
    expect(text(asked)).toMatch(/\?/)
    const card = await chat.say('health', 'Exhibition Centre')
    expect(text(card)).toMatch(/Monday 14 December 2026/)
    expect(text(await chat.say('health', 'no, at 11'))).toMatch(/11:00 am/)
  })

  on('when a newer card of a draft is shown, the older one loses its buttons and keeps its words', async chat => {
    await chat.say('health', "We're launching the winter clinics campaign on 14 December at 10am in the Exhibition Centre")
    const seen = await chat.say('health', 'no, at 11')
    expect(seen.filter(s => s.update)).toEqual([{ text: expect.stringMatching(/10:00 am/), buttons: [], update: true }])
    expect(seen.find(s => !s.update)?.buttons).toContain('Submit')
  })

  on('a question in between is answered and the draft stays', async chat => {
    await chat.say('health', "We're launching the winter clinics campaign on 14 December at 10am")
    expect(text(await chat.say('health', 'when is the next meeting?'))).toMatch(/6 December 2026/)
    expect(text(await chat.say('health', 'Exhibition Centre'))).toMatch(/Monday 14 December 2026/)
  })

  on('the form: its mistakes go back to their inputs, nothing given is lost, and what is right goes on', async chat => {
    await chat.say('health', "We're launching the winter clinics campaign on 14 December at 10am in the Exhibition Centre")
    const wrong = await chat.fill('health', 'Form', { when: '2020-01-01' })
    expect(Object.values(wrong.problems).join()).toMatch(/past|over/i)
    const right = await chat.fill('health', 'Form', { when: '2026-12-16' })
    expect(text(right.seen)).toMatch(/Wednesday 16 December 2026/)
    expect(text(right.seen)).toMatch(/winter clinics campaign/i)
  })

  on('a button pressed twice does its work once', async chat => {
    await chat.say('health', "We're launching the winter clinics campaign on 14 December at 10am in the Exhibition Centre")
    const seen = await chat.press('health', 'Submit', { twice: true })
    expect(new Set(text(seen).match(/A-2026-\d{4}/g)).size).toBe(1)
    expect(text(seen)).toMatch(/already/i)
  })

  on('the same delivery twice is worked once', async chat => {
    const first = await chat.say('health', 'priorities')
    expect(text(first)).toMatch(/November 2026/)
    expect(await chat.again()).toEqual([])
  })

  on('several activities in one message: one is changed in its form, and all are saved with one press', async chat => {
    const list = await chat.say(
      'health',
      '1. Nursing skills forum on 15 December at 9am at the Gulf Hotel\n2. Blood donation day on 20 December at 8am at Bahrain Bay',
    )
    expect(list.at(-1)?.buttons).toEqual(['Change', 'Change', 'Submit both', 'Cancel'])
    expect((await chat.say('health', '2')).find(s => !s.update)?.buttons).toContain('Form')
    const changed = await chat.fill('health', 'Form', { venue: 'Isa Town' })
    expect(text(changed.seen)).toMatch(/2\. Blood donation day\n.*Isa Town/)
    const saved = await chat.press('health', 'Submit both')
    expect(new Set(text(saved).match(/A-2026-\d{4}/g)).size).toBe(2)
  })

  on('an edited message changes the draft that came from it', async chat => {
    await chat.say('health', "We're launching the winter clinics campaign on 14 December at 10am in the Exhibition Centre")
    const seen = await chat.edit('health', "We're launching the winter clinics campaign on 15 December at 10am in the Exhibition Centre")
    expect(text(seen)).toMatch(/Tuesday 15 December 2026/)
  })

  on('mark-up is plain text: nobody is mentioned, nothing is drawn', async chat => {
    await chat.say(
      'health',
      'We launch <!channel> *bold* <script>alert(1)</script> campaign on 14 December at 10am in the Exhibition Centre',
    )
    expect(text(await chat.press('health', 'Submit'))).toMatch(/A-2026-\d{4}/)
    expect(
      chat
        .all()
        .map(a => a.seen.text)
        .join('\n'),
    ).toContain('script')
  })

  on('what is nonsense gets a sentence', async chat => {
    for (const said of ['🎉🎉🎉', '\u202e\u202e', "'; drop table activities; --", 'x'.repeat(10_000)])
      expect(text(await chat.say('health', said)).length).toBeGreaterThan(10)
  })

  on('a file comes to the person byte for byte, and once', async chat => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 7) % 256)
    await chat.say('health', 'help')
    expect(text(await chat.hand('health', { name: 'المخطط 7.xlsx', bytes }))).toMatch(/^Here it is\./)
    const taken = await chat.files('health')
    expect(taken.map(f => f.name)).toEqual(['المخطط 7.xlsx'])
    expect(Buffer.compare(taken[0]?.bytes ?? new Uint8Array(), bytes)).toBe(0)
    expect(await chat.files('egov')).toEqual([])
  })

  on('a picture stands where the person reads, byte for byte, and says what it shows', async chat => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, n) => (n * 11) % 256)
    await chat.say('health', 'help')
    await chat.hand('health', { name: 'الصدى.png', bytes, alt: '\u2068٦ تغطيات\u2069 إعلامية' })
    const shown = await chat.pictures('health')
    expect(shown.map(p => p.alt)).toEqual(['٦ تغطيات إعلامية'])
    expect(Buffer.compare(shown[0]?.bytes ?? new Uint8Array(), bytes)).toBe(0)
    expect(await chat.pictures('egov')).toEqual([])
  })

  on('a file that is sent is fetched and read; what is too large is told so, and so is what is no list', async chat => {
    const list = new TextEncoder().encode('Title,Date,Venue\nHeart Week opening,10 January 2027,Gulf Hotel\n')
    expect(text(await chat.attach('health', { name: 'list.csv', bytes: list }))).toMatch(/1 activity to add/)
    expect(text(await chat.press('health', 'Add 1 activity'))).toMatch(/1 activity was added/)
    const large = new Uint8Array(mostFileBytes + 1)
    expect(text(await chat.attach('health', { name: 'large.csv', bytes: large }))).toMatch(/large\.csv is too large.*up to 3 MB/)
    expect(text(await chat.attach('health', { name: 'photo.png', bytes: Uint8Array.of(1) }))).toMatch(/cannot read the file photo\.png/)
  })

  on('the language is changed', async chat => {
    await chat.say('health', 'language')
    expect(text(await chat.press('health', 'العربية'))).toMatch(/[؀-ۿ]/)
    expect(text(await chat.say('health', '🎉'))).toMatch(/[؀-ۿ]/)
  })
}
