/** What Teams is told about the bot: the app manifest and its Arabic localisation, made from the same table of commands the bot runs on. */
import type { Command } from '../src/commands.ts'

export type TeamsManifestOptions = {
  /** Where the server is reached over https. */
  url: string
  /** The bot's application id (a GUID); the app carries the same. */
  appId: string
  /** The app's own version, x.y.z. */
  version: string
  commands: readonly Command[]
}

/** The first version whose lists hold twelve commands. */
export const manifestVersion = '1.24'
const schemaUrl = `https://developer.microsoft.com/en-us/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`
const localizationUrl = `https://developer.microsoft.com/en-us/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.Localization.schema.json`

/** A list holds twelve commands, a title 32 characters, a description 128 (manifest reference, bots.commandLists). */
export const teamsLimits = { commands: 12, title: 32, description: 128 } as const

/** The twelve of highest rank. */
export const listed = (commands: readonly Command[]): Command[] =>
  [...commands].sort((a, b) => a.rank - b.rank).slice(0, teamsLimits.commands)

function fits(text: string, most: number, what: string): string {
  if ([...text].length > most) throw new Error(`${what} is longer than the ${most} characters Teams takes: ${text}`)
  return text
}

export function teamsManifest({ url, appId, version, commands }: TeamsManifestOptions): object {
  const { host, origin } = new URL(url)
  const titles = listed(commands).map(c => ({
    title: fits(c.title.en, teamsLimits.title, 'a title'),
    description: fits(c.about.en, teamsLimits.description, 'a description'),
  }))
  return {
    $schema: schemaUrl,
    manifestVersion,
    version,
    id: appId,
    developer: { name: 'Munassiq', websiteUrl: origin, privacyUrl: `${origin}/privacy`, termsOfUseUrl: `${origin}/terms` },
    name: { short: 'Munassiq', full: 'Munassiq for communication networks' },
    description: {
      short: 'The plan, the priorities and the reminders of a communication network',
      full: 'Communication officers tell Munassiq in Arabic or English what they are planning; it reminds those who owe an answer before the periodic meeting, compiles the plan, and answers questions about the month’s priorities.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B5D4E',
    localizationInfo: { defaultLanguageTag: 'en', additionalLanguages: [{ languageTag: 'ar', file: 'ar.json' }] },
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands: titles }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: 'submitActivity',
            type: 'action',
            title: 'Submit as activity',
            description: 'Submit an activity with a form, or start with this message’s text',
            context: ['compose', 'commandBox', 'message'],
            fetchTask: true,
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
    webApplicationInfo: { id: appId, resource: `api://${host}/${appId}` },
  }
}

/** The Arabic of every text a person sees, by its place in the manifest. */
export function arabic(commands: readonly Command[]): object {
  return {
    $schema: localizationUrl,
    'name.short': 'منسّق',
    'name.full': 'منسّق لشبكات الاتصال',
    'description.short': 'مخطط شبكة الاتصال وأولوياتها وتذكيراتها',
    'description.full':
      'يخبر مسؤولو الاتصال منسّقاً بالعربية أو الإنجليزية بما يخططون له، فيذكّر من لم يُجب قبل الاجتماع الدوري، ويعدّ المخطط، ويجيب عن أولويات الشهر.',
    ...Object.fromEntries(
      listed(commands).flatMap((c, i) => [
        [`bots[0].commandLists[0].commands[${i}].title`, fits(c.title.ar, teamsLimits.title, 'a title')],
        [`bots[0].commandLists[0].commands[${i}].description`, fits(c.about.ar, teamsLimits.description, 'a description')],
      ]),
    ),
    'composeExtensions[0].commands[0].title': 'تقديم كفعالية',
    'composeExtensions[0].commands[0].description': 'تقديم فعالية من نموذج، أو البدء بنص هذه الرسالة',
  }
}
