/** The bot as it is started, in the Microsoft 365 Agents Playground: what a person sees and presses there in Arabic and in English, unsigned and signed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, picture } from '../browser.ts'
import { type Running, startBot } from '../running.ts'
import { openTeams, type Playground, startPlayground, type Teams, tenant } from './playground.ts'
import { signingChannel } from './signing-channel.ts'
import { both, type Language, languages } from './teams-conversations.ts'
import { wingConversations } from './wing-conversations.ts'

let folder: string
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'munassiq-teams-'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The Monday on or after a day: a day of the weekend is pointed out, and the form is then saved by one more press. */
const monday = (day: Date): Date => new Date(day.getTime() + ((8 - day.getDay()) % 7) * 86_400_000)

describe('with the emulator’s unsigned activities', () => {
  let bot: Running
  const playgrounds: Playground[] = []
  const open = new Map<Language, Teams>()
  const teams = (language: Language): Teams => {
    const found = open.get(language)
    if (!found) throw new Error(`no page in ${language}`)
    return found
  }
  beforeAll(async () => {
    bot = await startBot({ DATA_DIR: join(folder, 'data'), TEAMS_UNSIGNED: 'on', SAMPLE_NETWORK: 'on', LOCAL_CHAT: 'on' })
    const opening = both.map(async language => {
      const playground = await startPlayground(languages[language].who, `${bot.url}/api/messages`)
      playgrounds.push(playground)
      open.set(language, await openTeams(browser, playground))
    })
    await Promise.all(opening)
  })
  afterAll(async () => {
    await Promise.all(playgrounds.map(p => p.stop()))
    expect(await bot?.stop()).toBe(0)
  })

  // Before the clock is moved, after which the workshop may be over; nothing of it answers the meeting.
  test.each(both)('%s: one conversation with each wing that looks back and grows', async language => {
    const t = teams(language)
    await t.card(languages[language].greeting)
    for (const { wing, steps } of wingConversations[language].all) {
      for (const step of steps) {
        const cards = await t.cards.count()
        if (step.say) await t.say(step.say)
        if (step.press) await t.press(step.press)
        await expect.poll(() => t.cards.count()).toBeGreaterThanOrEqual(step.press ? cards : cards + 1)
        await t.card(step.shows)
      }
      await picture(t.page, `teams-${wing}-${language}`)
    }
  })

  // While both organizations owe an answer: a submission is one.
  test('greeted once; the network’s clock moves, and a reminder comes by itself to both, in their languages, and is answered', async () => {
    for (const language of both) {
      const greeting = await teams(language).card(languages[language].greeting)
      expect(await greeting.getAttribute('dir')).toBe(languages[language].dir)
    }
    const { jumps } = (await (await fetch(`${bot.url}/chat/clock`)).json()) as { jumps: { to: string; at: string }[] }
    const moved = await fetch(`${bot.url}/chat/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: jumps.find(j => j.to === 'reminder')?.at }),
    })
    expect(moved.status).toBe(200)
    for (const language of both) {
      const t = teams(language)
      const w = languages[language]
      await t.card(w.reminded)
      await picture(t.page, `teams-reminder-${language}`)
      await t.press(w.allDone)
      await t.card(w.answered)
      expect(await t.cards.filter({ hasText: w.greeting }).count()).toBe(1)
    }
  })

  test.each(both)('%s: one sentence, the card, a correction, Submit, the number; edited; withdrawn', async language => {
    const t = teams(language)
    const w = languages[language]
    await t.say(w.sentence)
    expect(await (await t.card(w.understood, w.title)).getAttribute('dir')).toBe(w.dir)
    await picture(t.page, `teams-card-${language}`)
    await t.say(w.correction)
    await t.card(w.corrected)
    await t.press(w.submit)
    await t.card(w.saved)
    await picture(t.page, `teams-saved-${language}`)
    await t.press(w.edit)
    await t.card(w.changed)
    await t.say(w.change)
    await t.card(w.changed, w.venue)
    await picture(t.page, `teams-edit-${language}`)
    await t.press(w.save)
    await t.card(w.kept)
    await t.press(w.withdraw)
    await t.press(w.sure)
    await t.card(w.withdrawn)
    await picture(t.page, `teams-withdrawn-${language}`)
  })

  test.each(both)(
    '%s: the form as a dialog of the message extension, with the open draft in it; a mistake stands at its input',
    async language => {
      const t = teams(language)
      const w = languages[language]
      await t.say(w.second)
      await t.card(w.secondUnderstood)
      const form = await t.form()
      await form.getByText(w.form.title, { exact: true }).waitFor()
      expect(await form.locator('.ac-adaptiveCard').getAttribute('dir')).toBe(w.dir)
      await form.getByLabel(w.form.venue).fill(w.otherVenue)
      const date = form.getByLabel(w.form.date).first()
      await date.fill('January 1, 2020')
      await date.press('Tab')
      await form.getByRole('button', { name: w.form.send, exact: true }).click()
      await form.getByText(w.form.past).waitFor()
      await picture(t.page, `teams-form-${language}`)
      expect(await form.getByLabel(w.form.venue).inputValue()).toBe(w.otherVenue)
      const later = monday(new Date(Date.now() + 60 * 86_400_000))
      await date.fill(later.toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' }))
      await date.press('Tab')
      await form.getByRole('button', { name: w.form.send, exact: true }).click()
      await t.card(w.saved, w.secondTitle, w.otherVenue)
      // Teams closes a dialog that is answered with nothing further; the Playground leaves it to be closed.
      await t.close(t.page.getByRole('dialog'))
    },
  )

  test.each(both)('%s: priorities asked in words, a command typed; no number is broken at a line’s end', async language => {
    const t = teams(language)
    const w = languages[language]
    await t.say(w.ask)
    await t.card(w.priorities)
    await picture(t.page, `teams-priorities-${language}`)
    await t.say(w.command)
    const list = await t.card(w.listed)
    await picture(t.page, `teams-list-${language}`)
    const broken = await list.evaluate(card => {
      const words = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = words.nextNode(); node; node = words.nextNode())
        for (const { index, 0: number } of (node.textContent ?? '').matchAll(/A-\d{4}-\d{4}/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + number.length)
          if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) found.push(number)
        }
      return found
    })
    expect(broken).toEqual([])
  })

  test.each(both)('%s: in a group and in a channel nothing is shown; the answer comes in private', async language => {
    const t = teams(language)
    const w = languages[language]
    await t.to('Planning group')
    await t.mention(w.secret)
    await t.to('Personal Chat')
    await t.card(w.secretTitle)
    await t.press(w.cancel)
    await t.card(w.cancelled)
    await t.to('Planning group')
    await t.message(w.secret)
    await expect.poll(() => t.cards.count()).toBe(0)
    await t.to('Announcements')
    await t.mention(w.meeting.ask)
    await t.to('Personal Chat')
    await t.card(w.meeting.says)
    await t.to('Announcements')
    await t.message(w.meeting.ask)
    await expect.poll(() => t.cards.count()).toBe(0)
    await t.to('Personal Chat')
  })

  test('from a message of one’s own, "Submit as activity" opens the form with what the message says', async () => {
    const t = teams('en')
    const said = 'We are launching the heart health week next Wednesday at 4pm at the Gulf Hotel'
    await t.to('Announcements')
    await t.post(said)
    await t.message(said)
    const form = await t.formFrom(said)
    expect(await form.getByLabel('Title').first().inputValue()).toBe('Heart health week')
    expect(await form.getByLabel('Venue').inputValue()).toBe('Gulf Hotel')
    await picture(t.page, 'teams-from-message-en')
  })
})

describe('with the channel’s signed tokens', () => {
  const appId = '33333333-3333-4333-8333-333333333333'
  // Another member who reads English, on the same data: the first start of a fresh folder is the slow part of these tests.
  const w = languages.en
  let channel: Awaited<ReturnType<typeof signingChannel>>
  let bot: Running
  let playground: Playground
  let t: Teams
  beforeAll(async () => {
    channel = await signingChannel(appId, tenant)
    const authority = join(folder, 'authority.pem')
    await writeFile(authority, channel.cert)
    bot = await startBot({
      DATA_DIR: join(folder, 'data'),
      SAMPLE_NETWORK: 'on',
      HOST: '127.0.0.1',
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: 'secret',
      MICROSOFT_APP_TENANT_ID: tenant,
      TEAMS_OPENID_METADATA_URL: channel.keys.metadata,
      TEAMS_TOKEN_ISSUER: channel.keys.issuer,
      TEAMS_LOGIN_URL: channel.loginUrl,
      NODE_EXTRA_CA_CERTS: authority,
    })
    playground = await startPlayground('tourism', channel.endpoint, channel.serviceUrl)
    channel.join({ bot: bot.url, playground: playground.url })
    t = await openTeams(browser, playground)
  })
  afterAll(async () => {
    await playground?.stop()
    await channel?.close()
    expect(await bot?.stop()).toBe(0)
  })

  test('what is signed is answered, with the bot’s own token, up to the number', async () => {
    await t.card(w.greeting)
    await t.say(w.sentence)
    await t.card(w.understood)
    await t.press(w.submit)
    await t.card(w.saved)
    expect(channel.connectorCalls.length).toBeGreaterThan(0)
    expect(channel.connectorCalls.filter(c => !c.admitted)).toEqual([])
  })

  test('in a channel, where the person has not installed the bot: one neutral line', async () => {
    channel.allowPersonal(false)
    await t.to('Announcements')
    await t.mention(w.secret)
    await t.message('I answer in private. Please write to me directly.')
    await expect.poll(() => t.cards.count()).toBe(0)
    await picture(t.page, 'teams-channel-en')
    channel.allowPersonal(true)
    await t.to('Personal Chat')
  })

  test('an unsigned and a forged activity get 401 and no answer; the log has a line for each', async () => {
    const before = bot.output().match(/"a request was refused"/g)?.length ?? 0
    const calls = channel.connectorCalls.length
    for (const [how, said] of [
      ['none', 'what is on next month?'],
      ['forged', 'when is the next meeting?'],
    ] as const) {
      channel.sign(how)
      await t.say(said)
      await t.logged(new RegExp(`message 401 ${said.replace('?', '\\?')}`))
    }
    expect(channel.connectorCalls.length).toBe(calls)
    expect(bot.output().match(/"a request was refused"/g)?.length).toBe(before + 2)
    channel.sign('right')
    await t.say(w.ask)
    await t.card(w.priorities)
  })
})
