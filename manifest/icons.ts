/** The two icons of the Teams package, drawn here: a PNG needs no more than a header and packed rows (PNG specification, third edition). */
import { crc32, deflateSync } from 'node:zlib'

type Pixel = readonly [number, number, number, number]

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function png(size: number, at: (x: number, y: number) => Pixel): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) rows.set(at(x, y), y * (size * 4 + 1) + 1 + x * 4)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Three lines that meet in one point: many voices, one centre. Coordinates from 0 to 1. */
function onMark(x: number, y: number): boolean {
  const ends = [
    [0.2, 0.25],
    [0.2, 0.75],
    [0.5, 0.14],
  ] as const
  const [cx, cy] = [0.66, 0.5]
  if (Math.hypot(x - cx, y - cy) < 0.13) return true
  return ends.some(([ex, ey]) => {
    const [dx, dy] = [cx - ex, cy - ey]
    const t = Math.max(0, Math.min(1, ((x - ex) * dx + (y - ey) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(x - ex - t * dx, y - ey - t * dy) < 0.045 || Math.hypot(x - ex, y - ey) < 0.085
  })
}

const white: Pixel = [255, 255, 255, 255]
const clear: Pixel = [255, 255, 255, 0]
const green: Pixel = [11, 93, 78, 255]

/** 192 by 192 pixels, full colour. */
export const colourIcon = (): Buffer => png(192, (x, y) => (onMark(x / 192, y / 192) ? white : green))
/** 32 by 32 pixels, white on nothing. */
export const outlineIcon = (): Buffer => png(32, (x, y) => (onMark(x / 32, y / 32) ? white : clear))
