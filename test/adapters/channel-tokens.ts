/** The channel's signing keys as the Bot Connector publishes them, and tokens signed with them: made here, valid here. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const part = (o: object): string => Buffer.from(JSON.stringify(o)).toString('base64url')

/** A JWT of RFC 7515, RS256. */
export function signed(key: KeyObject, claims: object, kid = 'key-1'): string {
  const head = `${part({ alg: 'RS256', typ: 'JWT', kid, x5t: kid })}.${part(claims)}`
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`
}

export async function channelKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const issuer = 'https://channel.example'
  let url = ''
  const server = createServer((req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' })
    res.end(
      JSON.stringify(
        req.url === '/keys'
          ? {
              keys: [
                { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', x5t: 'key-1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] },
              ],
            }
          : { issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      ),
    )
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    metadata: `${url}/openid`,
    issuer,
    /** A token of the channel for a bot, with `serviceurl` as the connector's documentation asks; `more` overrides claims. Times are seconds since 1970. */
    token(appId: string, serviceUrl: string, more: object = {}, key: KeyObject = privateKey): string {
      const now = Math.floor(Date.now() / 1000)
      return signed(key, { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 10, iat: now - 10, exp: now + 600, ...more })
    },
    close: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
