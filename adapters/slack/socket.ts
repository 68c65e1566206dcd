/** Socket Mode: the bot calls Slack, so that no address of ours need be public. Through a proxy where one is set, and again and again while Slack is away. */
import { LogLevel, SocketModeReceiver } from '@slack/bolt'
import { EnvHttpProxyAgent } from 'undici'
import type { Log } from '../http.ts'

export type SocketOptions = {
  appToken: string
  apiUrl: string | null
  /** Whether HTTPS_PROXY, HTTP_PROXY and NO_PROXY are obeyed: node obeys them in its own fetch, but the library makes this connection itself. */
  proxy: boolean
  log: Log
}

/** Milliseconds between two tries to reach Slack, at most: after an outage of hours the bot is back as soon as after one of minutes. */
const longestPause = 30_000

export function socketReceiver({ appToken, apiUrl, proxy, log }: SocketOptions): SocketModeReceiver {
  const said = (...parts: unknown[]): void => log.warn({ slack: parts.map(String).join(' ').slice(0, 500) }, 'Socket Mode')
  const receiver = new SocketModeReceiver({
    appToken,
    logger: {
      debug() {},
      info() {},
      warn: said,
      error: said,
      setLevel() {},
      getLevel: () => LogLevel.WARN,
      setName() {},
    },
    // Tunnelled whatever the address, and never HTTP/2, over which the library's connection is not carried.
    ...(proxy ? { dispatcher: new EnvHttpProxyAgent({ proxyTunnel: true, allowH2: false }) } : {}),
    installerOptions: {
      clientOptions: {
        ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
        retryConfig: { forever: true, factor: 1.3, maxTimeout: longestPause },
      },
    },
    // Not acknowledged: Slack sends it again.
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'a Slack delivery could not be taken')
      return false
    },
  })
  receiver.client.on('connected', () => log.info({}, 'connected to Slack'))
  return receiver
}
