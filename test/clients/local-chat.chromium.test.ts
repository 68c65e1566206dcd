/** The local chat as a newcomer uses it, in Chromium: both languages, by keyboard alone, with reminders and an edition when the clock is moved. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, picture } from '../browser.ts'
import { type Running, startBot } from '../running.ts'
import { wingConversations } from './wing-conversations.ts'

let folder: string
let bot: Running
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'munassiq-page-'))
  bot = await startBot({ DATA_DIR: join(folder, 'data') })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  expect(await bot?.stop()).toBe(0)
  await rm(folder, { recursive: true, force: true })
})

async function open(who: string, size = { width: 420, height: 800 }): Promise<Page> {
  const page = await browser.newPage({ viewport: size })
  page.on('pageerror', error => {
    throw error
  })
  await page.goto(`${bot.url}/chat?as=${who}`)
  await page.locator('#log').getByText(/\S/).first().waitFor()
  return page
}
const say = async (page: Page, text: string) => {
  await page.getByRole('textbox').fill(text)
  await page.keyboard.press('Enter')
}
const log = (page: Page) => page.getByRole('log')
const button = (page: Page, name: string) => log(page).getByRole('button', { name, exact: true }).last()

test('in Arabic: a sentence, the card right-to-left with the date in words, submitted, edited, withdrawn; the page has no sideways scroll', async () => {
  const page = await open('egov')
  await say(page, 'نطلق خدمة التقارير الائتمانية الأحد القادم الساعة ١٠ صباحاً في مركز المعارض')
  await button(page, 'تقديم الفعالية').waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await log(page).textContent()).toMatch(/الأحد [٠-٩]+ \S+ [٠-٩]{4}/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  const right = await log(page).locator('.ac-adaptiveCard').last().getAttribute('dir')
  expect(right).toBe('rtl')
  await picture(page, 'card-ar')
  await button(page, 'تقديم الفعالية').click()
  await log(page)
    .getByText(/A-\d{4}-\d{4}/)
    .last()
    .waitFor()
  await picture(page, 'submitted-ar')
  await button(page, 'سحب').click()
  await picture(page, 'withdraw-ar')
  await page.close()
})

test('in English, by keyboard alone: asked for what is missing, corrected, submitted; the priorities and the plan', async () => {
  const page = await open('health')
  await page.getByRole('textbox').focus()
  await page.keyboard.type('We are launching the winter clinics campaign next Sunday at 10am')
  await page.keyboard.press('Enter')
  await log(page)
    .getByText(/where|venue/i)
    .last()
    .waitFor()
  await page.keyboard.type('Exhibition Centre')
  await page.keyboard.press('Enter')
  await button(page, 'Submit').waitFor()
  await page.keyboard.type('no, at 11')
  await page.keyboard.press('Enter')
  await log(page)
    .getByText(/11:00 am/)
    .last()
    .waitFor()
  await picture(page, 'card-en')
  await button(page, 'Submit').focus()
  await page.keyboard.press('Enter')
  await log(page)
    .getByText(/A-\d{4}-\d{4}/)
    .last()
    .waitFor()
  for (const [said, answer, name] of [
    ["what are this month's priorities?", /Priorities|priorities/, 'priorities-en'],
    ['what is on next month?', /Plan|plan/, 'plan-en'],
    ['when is the next meeting?', /deadline/i, 'meeting-en'],
    ['help', /What I can do/, 'help-en'],
  ] as const) {
    await say(page, said)
    await log(page).getByText(answer).last().waitFor()
    await picture(page, name)
  }
  await page.close()
})

test('the form in a dialog: it opens from the card, a mistake stands at its input, Escape closes it', async () => {
  const page = await open('health')
  await say(page, 'We are launching the schools health week next Monday at 10am in the Exhibition Centre')
  // Cards of earlier conversations have a Form button too: the answer to this sentence is waited for.
  await log(page).getByText('schools health week').last().waitFor()
  await page.locator('#waiting').waitFor({ state: 'hidden' })
  await button(page, 'Submit').waitFor()
  await button(page, 'Form').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input').first().waitFor()
  await picture(page, 'form-en')
  await dialog.locator('input[type=date]').first().fill('2020-01-01')
  await dialog.getByRole('button', { name: 'Submit' }).click()
  // The whole words: "over" stands in the name of an authority among the partners, before any answer has come.
  await dialog.getByText('already past').first().waitFor()
  await picture(page, 'form-problem-en')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await say(page, 'cancel')
  await page.close()
})

// Before the clock is moved: then the workshop would be over.
test.each(['ar', 'en'] as const)('%s: one conversation with each wing that looks back and grows', async language => {
  const { who, all } = wingConversations[language]
  const page = await open(who)
  const text = async () => ((await log(page).textContent()) ?? '').replace(/[\u2066-\u2069]/g, '')
  for (const { wing, steps } of all) {
    for (const step of steps) {
      if (step.say) await say(page, step.say)
      if (step.press) await button(page, step.press).click()
      await expect.poll(text, { timeout: 10_000 }).toMatch(step.shows)
    }
    await picture(page, `${wing}-${language}`)
  }
  await page.close()
})

test('the clock is moved: a reminder comes with its buttons and is answered; at the deadline the centre gets the edition', async () => {
  const youth = await open('youth')
  const centre = await open('centre', { width: 900, height: 900 })
  await youth.locator('#jumps button').first().click()
  await button(youth, 'لا توجد فعاليات لدينا').or(button(youth, 'هذا كل ما لدينا')).first().waitFor()
  await picture(youth, 'reminder-ar')
  await button(youth, 'لا توجد فعاليات لدينا').or(button(youth, 'هذا كل ما لدينا')).first().click()
  await log(youth)
    .getByText(/سُجّل|سجّل/)
    .last()
    .waitFor()
  await picture(youth, 'answered-ar')
  await centre.reload()
  await centre.locator('#jumps button').first().waitFor()
  await centre.locator('#jumps button').nth(1).click()
  await log(centre)
    .getByText(/انتهى التقديم/)
    .last()
    .waitFor()
  await picture(centre, 'deadline-ar')
  await youth.close()
  await centre.close()
})

test('files: the plan as Excel is a download, and a list that is attached is previewed and added', async () => {
  const page = await open('health', { width: 900, height: 1000 })
  await say(page, 'send me the plan as Excel')
  const link = log(page)
    .getByRole('link', { name: /\.xlsx$/ })
    .last()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/^Communication plan .*\.xlsx$/)
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
  const list = Buffer.from('Title,Date,Venue\nHeart Week opening,10 January 2031,Gulf Hotel\n')
  await page.setInputFiles('#file', { name: 'list.csv', mimeType: 'text/csv', buffer: list })
  await button(page, 'Add 1 activity').click()
  await log(page).getByText('1 activity was added from').waitFor()
  await picture(page, 'files-en')
  await page.close()
})
