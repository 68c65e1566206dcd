/** Environment -> Config, or every problem at once, each with the variable's name and what to write. */
import { z } from 'zod'

export type Config = {
  host: string
  port: number
  databaseUrl: string | null
  dataDir: string
  slack: {
    signingSecret: string
    botToken: string
    appToken: string | null
    apiUrl: string | null
    commandPrefix: string
    /** Whether node was told to obey HTTPS_PROXY and its like (NODE_USE_ENV_PROXY). */
    proxy: boolean
  } | null
  teams: {
    appId: string
    appPassword: string
    tenantId: string
    openIdMetadataUrl: string | null
    tokenIssuer: string | null
    loginUrl: string | null
    oauthScope: string | null
    unsigned: boolean
  } | null
  localChat: boolean
  sampleNetwork: boolean
  logLevel: string
  publicUrl: string | null
}

const loopback = (host: string): boolean => host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
/** A machine's name or its address alone; an IPv6 address as it is, without brackets. */
const hostName = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*(?:%[a-z0-9]+)?)$/i
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the variables. An empty variable counts as unset. `problems` are whole sentences. */
export function readConfig(env: Record<string, string | undefined>): { ok: true; value: Config } | { ok: false; problems: string[] } {
  const problems: string[] = []
  const get = (name: string): string | null => env[name]?.trim() || null
  const onOff = (name: string): boolean | null => {
    const v = get(name)?.toLowerCase() ?? null
    if (v === null) return null
    if (v !== 'on' && v !== 'off') problems.push(`${name}: write on or off, not ${v}`)
    return v === 'on'
  }
  const url = (name: string, protocols: string[], more?: (u: URL) => string | null): string | null => {
    const v = get(name)
    if (v === null) return null
    const parsed = URL.canParse(v) ? new URL(v) : null
    if (!parsed || !protocols.includes(parsed.protocol)) {
      problems.push(`${name}: write an address that begins with ${protocols.map(p => `${p}//`).join(' or ')}`)
      return null
    }
    const wrong = more?.(parsed)
    if (wrong) problems.push(`${name}: ${wrong}`)
    return v
  }
  /** Variables that belong together: all of them, or none. */
  const together = (names: string[]): boolean => {
    const set = names.filter(n => get(n) !== null)
    if (set.length === 0) return false
    for (const n of names) if (get(n) === null) problems.push(`${n}: is needed because ${set[0]} is set; set it, or take ${set[0]} away`)
    return true
  }

  const portText = get('PORT') ?? '3978'
  const port = z.coerce.number().int().min(0).max(65_535).safeParse(portText)
  if (!port.success || !/^\d+$/.test(portText)) problems.push(`PORT: write a number from 0 to 65535, not ${portText}`)

  const unsigned = onOff('TEAMS_UNSIGNED') ?? false
  const slackSet = together(['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'])
  for (const name of ['SLACK_APP_TOKEN', 'SLACK_API_URL', 'SLACK_COMMAND_PREFIX'])
    if (get(name) !== null && !slackSet) problems.push(`${name}: needs SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN; set them, or take it away`)
  const teamsSet = unsigned
    ? ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'].some(n => get(n) !== null)
    : together(['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'])
  const teams = teamsSet || unsigned
  for (const name of ['TEAMS_OPENID_METADATA_URL', 'TEAMS_TOKEN_ISSUER', 'TEAMS_LOGIN_URL', 'TEAMS_OAUTH_SCOPE'])
    if (get(name) !== null && !teams)
      problems.push(`${name}: needs MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID; set them, or take it away`)
  const botToken = get('SLACK_BOT_TOKEN')
  if (botToken && !botToken.startsWith('xoxb-')) problems.push('SLACK_BOT_TOKEN: write the bot token, which begins with xoxb-')
  const appToken = get('SLACK_APP_TOKEN')
  if (appToken && !appToken.startsWith('xapp-')) problems.push('SLACK_APP_TOKEN: write the app-level token, which begins with xapp-')
  const apiUrl = url('SLACK_API_URL', ['https:', 'http:'], u => (u.pathname.endsWith('/api/') ? null : 'the address ends with /api/'))
  const prefix = get('SLACK_COMMAND_PREFIX') ?? ''
  if (!/^[a-z0-9_-]{0,12}$/.test(prefix)) problems.push('SLACK_COMMAND_PREFIX: write at most 12 small Latin letters, digits, - or _')
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const publicUrl = url('PUBLIC_URL', ['https:'])
  // Whoever can change these keys on their way can sign as Teams.
  const openIdMetadataUrl = url('TEAMS_OPENID_METADATA_URL', ['https:', 'http:'], u =>
    u.protocol === 'https:' || loopback(u.hostname)
      ? null
      : 'write an address that begins with https://; http:// is for this machine alone',
  )
  const loginUrl = url('TEAMS_LOGIN_URL', ['https:'])
  const logLevel = get('LOG_LEVEL') ?? 'info'
  if (!levels.includes(logLevel)) problems.push(`LOG_LEVEL: write one of ${levels.join(', ')}`)

  const platforms = slackSet || teams
  const localChat = onOff('LOCAL_CHAT') ?? !platforms
  const sampleNetwork = onOff('SAMPLE_NETWORK') ?? !platforms
  const host = get('HOST') ?? (platforms && !unsigned ? '0.0.0.0' : '127.0.0.1')
  if (!hostName.test(host)) problems.push(`HOST: write a name or an address alone, without https:// or a port, not ${host}`)
  else if (unsigned && !loopback(host))
    problems.push('TEAMS_UNSIGNED: is for the emulator on this machine alone; set HOST to 127.0.0.1 or take TEAMS_UNSIGNED away')
  if (get('LOCAL_CHAT') && localChat && !sampleNetwork)
    problems.push('LOCAL_CHAT: is served with the sample network alone; set SAMPLE_NETWORK=on or take LOCAL_CHAT away')

  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      host,
      port: port.data ?? 3978,
      databaseUrl,
      dataDir: get('DATA_DIR') ?? 'data',
      slack: slackSet
        ? {
            signingSecret: get('SLACK_SIGNING_SECRET') ?? '',
            botToken: botToken ?? '',
            appToken,
            apiUrl,
            commandPrefix: prefix,
            proxy: get('NODE_USE_ENV_PROXY') === '1',
          }
        : null,
      teams: teams
        ? {
            appId: get('MICROSOFT_APP_ID') ?? '',
            appPassword: get('MICROSOFT_APP_PASSWORD') ?? '',
            tenantId: get('MICROSOFT_APP_TENANT_ID') ?? '',
            openIdMetadataUrl,
            tokenIssuer: get('TEAMS_TOKEN_ISSUER'),
            loginUrl,
            oauthScope: get('TEAMS_OAUTH_SCOPE'),
            unsigned,
          }
        : null,
      localChat: localChat && sampleNetwork,
      sampleNetwork,
      logLevel,
      publicUrl,
    },
  }
}
