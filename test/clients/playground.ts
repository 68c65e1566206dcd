/**
 * The Microsoft 365 Agents Playground as Teams' client: started as its own process on a free port, for one person of the sample network, and its page
 * driven as that person would. It sends `locale: en-US` whoever writes, and opens no dialog from a card's button: only from the message extension.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Locator, Page } from 'playwright-core'
import { endsWithUs } from '../child.ts'

const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')

export const tenant = '11111111-1111-4111-8111-111111111111'
const person = (handle: string) => ({
  id: `29:${handle}`,
  name: handle,
  userPrincipleName: `${handle}@munassiq.example`,
  aadObjectId: `aad-${handle}`,
  givenName: handle,
  surname: handle,
  email: `${handle}@munassiq.example`,
})
/** It wants exactly five other people. */
const others = ['education', 'interior', 'egov', 'finance', 'centre']

/** What its configuration file says; JSON is YAML too. */
const configuration = (handle: string): string =>
  JSON.stringify({
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '28:munassiq', name: 'Munassiq' },
    currentUser: person(handle),
    users: others.map(person),
    personalChat: { id: `a:${handle}` },
    groupChat: { id: `19:group-of-${handle}`, name: 'Planning group' },
    team: {
      id: `19:team-of-${handle}`,
      name: 'Planning team',
      aadGroupId: '22222222-2222-4222-8222-222222222222',
      channels: [{ id: `19:channel-of-${handle}`, name: 'Announcements' }],
    },
  })

/** General is there always; the other is of the configuration. */
const channels = ['General', 'Announcements']

export type Playground = { url: string; stop(): Promise<void> }

/** `endpoint` is where it sends activities; `serviceUrl` where it says that its connector is, when that is not itself. */
export async function startPlayground(handle: string, endpoint: string, serviceUrl?: string): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'munassiq-playground-'))
  await writeFile(join(folder, '.m365agentsplayground.yml'), configuration(handle))
  const options = ['-e', endpoint, '-c', 'msteams', '-p', '0', '--dt', ...(serviceUrl ? ['--su', serviceUrl] : [])]
  const started = endsWithUs(
    spawn(process.execPath, [program, ...options], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const ended = once(started, 'exit')
  const port = new Promise<string>(resolve =>
    createInterface({ input: started.stdout }).on('line', line => {
      const said = /Listening on (\d+)/.exec(line)
      if (said?.[1]) resolve(said[1])
    }),
  )
  const early = ended.then(([code]) => Promise.reject(new Error(`the Playground ended with ${code} before it listened`)))
  early.catch(() => {})
  return {
    url: `http://localhost:${await Promise.race([port, early])}`,
    async stop() {
      if (started.exitCode === null && started.signalCode === null) started.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Teams = Awaited<ReturnType<typeof openTeams>>

/** Its page, opened. Everything waits for what the page shows. */
export async function openTeams(browser: Browser, playground: Playground) {
  const page: Page = await browser.newPage({ viewport: { width: 1300, height: 1000 } })
  page.setDefaultTimeout(15_000)
  // Its fonts come from another network; without them it falls back on the machine's.
  await page.route(
    url => url.hostname !== 'localhost',
    route => route.abort(),
  )
  await page.goto(playground.url)
  const cards = page.locator('.ac-adaptiveCard')
  const menuItem = (name: string): Locator => page.getByRole('menuitem').filter({ hasText: name }).last()
  const postButton = page.getByRole('button', { name: 'Post', exact: true })
  const box = (): Locator => page.locator('[role=textbox][contenteditable=true]').first()

  /** The dialog of an action of the message extension, after the Playground's own question which one it is. */
  async function dialogOf(opener: Locator): Promise<Locator> {
    await opener.click()
    await menuItem('Action Command').click()
    await page.getByRole('button', { name: 'Create' }).click()
    const dialog = page.getByRole('dialog').filter({ has: cards })
    await dialog.waitFor()
    return dialog
  }

  return {
    page,
    cards,
    async say(text: string): Promise<void> {
      await box().click()
      await page.keyboard.insertText(text)
      await page.keyboard.press('Enter')
    },
    /** Goes to a conversation by its name in the list, and waits until it is there: a channel's box has a button beside it, all others have none. */
    async to(conversation: string): Promise<void> {
      await page.getByText(conversation, { exact: true }).first().click()
      await postButton.waitFor({ state: channels.includes(conversation) ? 'visible' : 'hidden' })
    },
    /** Types a mention of the bot and a text; a channel's post is sent by its button, a group's message by Enter. */
    async mention(text: string): Promise<void> {
      await box().click()
      await page.keyboard.type('@')
      await menuItem('Munassiq').click()
      await page.keyboard.insertText(` ${text}`)
      if (await postButton.isVisible()) await postButton.click()
      else await page.keyboard.press('Enter')
    },
    /** A post in a channel that mentions nobody: the bot does not hear of it. */
    async post(text: string): Promise<void> {
      await box().click()
      await page.keyboard.insertText(text)
      await postButton.click()
    },
    /** The newest card that says all this, once it is there. */
    async card(...holds: (RegExp | string)[]): Promise<Locator> {
      const found = holds.reduce((left, hasText) => left.filter({ hasText }), cards).last()
      await found.waitFor()
      return found
    },
    /** A message that is plain text, anybody's; the Playground's log, which repeats it, is editable. */
    message: (holds: string): Promise<void> =>
      page.locator('p:not([contenteditable] *), span:not([contenteditable] *)').filter({ hasText: holds }).last().waitFor(),
    /** Presses the newest button with this label. */
    press: (label: string | RegExp): Promise<void> => cards.getByRole('button', { name: label, exact: true }).last().click(),
    /** The form in a dialog: of the message extension beside the box, or of one's own newest message ("Submit as activity"). */
    form: (): Promise<Locator> => dialogOf(page.getByRole('button', { name: 'Trigger Message Extension App' })),
    formFrom: (message: string): Promise<Locator> =>
      dialogOf(
        page
          .locator('div')
          .filter({ has: page.getByText(message, { exact: true }) })
          .filter({ has: page.getByRole('button', { name: 'Show more information' }) })
          .last()
          .getByRole('button', { name: 'Show more information' }),
      ),
    async close(dialog: Locator): Promise<void> {
      await dialog.getByRole('button', { name: 'Close' }).click()
      await dialog.waitFor({ state: 'hidden' })
    },
    /** A line of the Playground's own log of what went between it and the bot. */
    logged: (line: RegExp): Promise<void> => page.getByText(line).last().waitFor(),
  }
}
