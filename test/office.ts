/** LibreOffice as a reader of the bot's files: turns one into pages, and says what stands on them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { office } from './needs.ts'

const run = promisify(execFile)

export type Pages = {
  /** The words of each page, in the order they are read, without marks of direction. */
  texts: string[]
  /** Each page as a picture (PNG). */
  pictures: Uint8Array[]
}

/** @throws where LibreOffice cannot open the file. Each call has a profile of its own, so that several can run at once. */
export async function pagesOf(name: string, bytes: Uint8Array): Promise<Pages> {
  const soffice = office()
  if (!soffice) throw new Error('LibreOffice is not installed here')
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  try {
    await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)], { timeout: 100_000 })
    const pdf = join(folder, name.replace(/\.[^.]+$/, '.pdf'))
    const { stdout } = await run('/usr/bin/pdftotext', ['-layout', pdf, '-'])
    await run('/usr/bin/pdftoppm', ['-r', '110', '-png', pdf, join(folder, 'page')])
    const drawn = (await readdir(folder)).filter(f => f.startsWith('page')).sort()
    const pictures = await Promise.all(drawn.map(async f => new Uint8Array(await readFile(join(folder, f)))))
    const plain = stdout.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    return { texts: plain.split('\f').slice(0, -1), pictures }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
