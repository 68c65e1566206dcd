/** `npm run manifest -- --url https://bot.example.org`: writes the Slack manifest and the Teams app package. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { commands } from '../src/commands.ts'
import { colourIcon, outlineIcon } from './icons.ts'
import { slackManifest } from './slack.ts'
import { arabic, teamsManifest } from './teams.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    'app-id': { type: 'string', default: process.env.MICROSOFT_APP_ID ?? '00000000-0000-0000-0000-000000000000' },
    prefix: { type: 'string', default: process.env.SLACK_COMMAND_PREFIX ?? '' },
    'socket-mode': { type: 'boolean', default: false },
    version: { type: 'string', default: '1.0.0' },
    out: { type: 'string', default: 'dist' },
  },
})

if (!values.url || !URL.canParse(values.url) || new URL(values.url).protocol !== 'https:') {
  console.error('Say where the bot is reached: npm run manifest -- --url https://bot.example.org')
  process.exit(1)
}
const text = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
mkdirSync(values.out, { recursive: true })
const slack = join(values.out, 'slack-manifest.json')
writeFileSync(slack, text(slackManifest({ url: values.url, prefix: values.prefix, commands, socketMode: values['socket-mode'] })))
const teams = join(values.out, 'munassiq-teams.zip')
writeFileSync(
  teams,
  zipSync({
    'manifest.json': strToU8(text(teamsManifest({ url: values.url, appId: values['app-id'], version: values.version, commands }))),
    'ar.json': strToU8(text(arabic(commands))),
    'color.png': new Uint8Array(colourIcon()),
    'outline.png': new Uint8Array(outlineIcon()),
  }),
)
console.log(`${slack}\n${teams}`)
if (/^0{8}-/.test(values['app-id'])) console.error('The Teams package carries no application id yet: give --app-id or MICROSOFT_APP_ID.')
