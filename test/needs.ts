/** What some suites need of the machine, and how to say that it is missing. */
import { accessSync, constants } from 'node:fs'

/** Address of a PostgreSQL server on which tests may make and drop databases; only said, never guessed. */
export const testServer = (): string | null => process.env.TEST_DATABASE_URL || null

/**
 * What runs on the embedded database even where a server runs everything: the databases themselves, the platforms, and the main paths through every wing.
 * `BOTH_DATABASES=on` runs all of it on both; without a server all of it runs on the embedded one.
 */
export const embeddedCore = [
  'test/db/**/*.data.test.ts',
  'test/adapters/**/*.data.test.ts',
  'test/delivery/**/*.data.test.ts',
  'test/sample/**/*.data.test.ts',
  'test/month/**/*.data.test.ts',
  'test/network/forget.data.test.ts',
]
export const onBoth = (): boolean => !testServer() || process.env.BOTH_DATABASES === 'on'

/** Path of a Chromium that can be started, or null. */
export const browser = (): string | null => program(process.env.CHROMIUM_PATH || '/usr/bin/chromium')

/** Path of LibreOffice, or null; only where poppler's programs are beside it, which tell what stands on the pages it makes. */
export function office(): string | null {
  const path = program(process.env.SOFFICE_PATH || '/usr/bin/soffice')
  return program('/usr/bin/pdftotext') && program('/usr/bin/pdftoppm') ? path : null
}

function program(path: string): string | null {
  try {
    accessSync(path, constants.X_OK)
    return path
  } catch {
    return null
  }
}

/** Suites that cannot run here, each with what it would need. */
export function leftOut(): { suite: string; needs: string }[] {
  const out = []
  if (!testServer()) out.push({ suite: 'server', needs: 'a PostgreSQL server (15 or later): set TEST_DATABASE_URL to its address' })
  if (!browser()) out.push({ suite: 'chromium', needs: 'Chromium: install it as /usr/bin/chromium or set CHROMIUM_PATH' })
  if (!office())
    out.push({
      suite: 'office',
      needs: 'LibreOffice (soffice) and poppler: install libreoffice-writer, libreoffice-calc and poppler-utils, or set SOFFICE_PATH',
    })
  return out
}
