/** What Slack is told about the bot: an app manifest, made from the same table of commands the bot runs on. */
import type { Command } from '../src/commands.ts'

export type SlackManifestOptions = {
  /** Where the server is reached over https; unused in Socket Mode. */
  url: string
  /** Stands before every command but the catch-all, where other apps of the workspace hold the names. */
  prefix: string
  commands: readonly Command[]
  socketMode: boolean
}

/** Slack's own commands: an app that registers one of them is refused whole. */
const builtIn = new Set(
  'apps archive call collapse dm expand feed feedback invite join kick leave me msg mute open people prefs remind remove rename search shortcuts shrug star status topic who'.split(
    ' ',
  ),
)
/** Characters of a command, its slash included; of its description; and commands of an app. */
export const slackLimits = {
  command: 32,
  description: 2000,
  usage: 1000,
  commands: 50,
  appName: 35,
  shortcutName: 24,
  shortDescription: 140,
} as const

/** Throws where a name cannot be registered, with the name and the reason. */
export function slackManifest({ url, prefix, commands, socketMode }: SlackManifestOptions): object {
  const request = `${url.replace(/\/+$/, '')}/slack/events`
  const where = socketMode ? {} : { url: request }
  const slash = [
    ...commands
      .filter(c => c.slash)
      .map(c => ({ name: `${prefix}${c.name}`, description: `${c.title.ar} · ${c.about.en}`, usage_hint: c.examples.en[0] ?? '' })),
    { name: 'munassiq', description: 'منسّق · Everything else: /munassiq help', usage_hint: 'help' },
  ]
  for (const c of slash) {
    if (builtIn.has(c.name)) throw new Error(`/${c.name} is one of Slack's own commands: choose a prefix`)
    if (!/^[a-z0-9_-]+$/.test(c.name) || c.name.length + 1 > slackLimits.command)
      throw new Error(`/${c.name} cannot be a Slack command: at most ${slackLimits.command} small Latin letters`)
  }
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Munassiq',
      description: 'منسّق: the plan, the priorities and the reminders of a communication network',
      background_color: '#0b5d4e',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Munassiq', always_online: true },
      shortcuts: [
        {
          name: 'تقديم · Submit activity',
          type: 'message',
          callback_id: 'submit_as_activity',
          description: 'Start a submission with this message’s text',
        },
        { name: 'نموذج · Activity form', type: 'global', callback_id: 'submit_event', description: 'Open the form of an activity' },
      ],
      slash_commands: slash.map(c => ({
        command: `/${c.name}`,
        description: c.description,
        usage_hint: c.usage_hint,
        should_escape: false,
        ...where,
      })),
    },
    oauth_config: {
      scopes: {
        bot: [
          'commands',
          'chat:write',
          'im:write',
          'im:history',
          'app_mentions:read',
          'users:read',
          'users:read.email',
          'files:read',
          'files:write',
          'channels:read',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        ...(socketMode ? {} : { request_url: request }),
        bot_events: ['app_home_opened', 'app_mention', 'message.im', 'user_change'],
      },
      interactivity: { is_enabled: true, ...(socketMode ? {} : { request_url: request }) },
      org_deploy_enabled: true,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  }
}
