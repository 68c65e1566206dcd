/** Chromium for the tests that look at pages. SCREENSHOTS names a folder to leave pictures in, for people to look at. */
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { browser } from './needs.ts'

/** What a machine without a display, a network or a sandbox of its own needs. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = browser()
  if (!executablePath) throw new Error('These tests need Chromium: install it as /usr/bin/chromium or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: flags })
}

export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), fullPage: true })
}
