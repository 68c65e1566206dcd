/** A certificate for loopback that signs itself, made here and valid for a day: RFC 5280 in DER (ITU-T X.690), with no program but Node. */
import { createSign, generateKeyPairSync } from 'node:crypto'

function der(tag: number, ...parts: (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map(p => Buffer.from(p)))
  const n = body.length
  return Buffer.concat([Buffer.from(n < 128 ? [tag, n] : n < 256 ? [tag, 0x81, n] : [tag, 0x82, n >> 8, n & 255]), body])
}
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)
const set = (...parts: Buffer[]): Buffer => der(0x31, ...parts)
const object = (...id: number[]): Buffer => der(0x06, id)
/** Years after 2049 would need another type. */
const time = (at: number): Buffer => der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

const ecdsaWithSha256 = sequence(object(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const name = sequence(set(sequence(object(0x55, 0x04, 0x03), der(0x0c, Buffer.from('loopback of the tests')))))

/** PEM of the certificate (its own authority) and of its key, for 127.0.0.1 at `now` (milliseconds since 1970). */
export function loopbackCertificate(now: number): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = 86_400_000
  const authority = sequence(object(0x55, 0x1d, 0x13), der(0x04, sequence(der(0x01, [0xff]))))
  const names = sequence(object(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x87, [127, 0, 0, 1]))))
  const toSign = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    ecdsaWithSha256,
    name,
    sequence(time(now - day), time(now + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority, names)),
  )
  const signature = createSign('sha256').update(toSign).sign(privateKey)
  const whole = sequence(toSign, ecdsaWithSha256, der(0x03, [0], signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
