// Writes a ZIP archive of stored files: no compression, no dates, the same bytes each time (APPNOTE 6.3.9).

export interface ZipFile {
  name: string
  text: string
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** Fields of two or four bytes, the least first. */
const record = (fields: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array => {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

const version = 20
/** Names are in UTF-8. */
const flags = 0x0800
/** 1980-01-01, the first date that the format knows. */
const date = 0x0021

export const zip = (files: readonly ZipFile[]): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const [name, data] = [encoder.encode(file.name), encoder.encode(file.text)]
    const shared = [
      ...([
        [2, version],
        [2, flags],
        [2, 0],
        [2, 0],
        [2, date],
      ] as const),
      ...([
        [4, crc32(data)],
        [4, data.length],
        [4, data.length],
        [2, name.length],
        [2, 0],
      ] as const),
    ]
    const local = record([[4, 0x04034b50], ...shared])
    parts.push(local, name, data)
    const tail = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const
    directory.push(record([[4, 0x02014b50], [2, version], ...shared, ...tail]), name)
    offset += local.length + name.length + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = record([
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
    ] as const),
    ...([
      [2, files.length],
      [2, files.length],
      [4, size],
      [4, offset],
      [2, 0],
    ] as const),
  ])
  const all = [...parts, ...directory, end]
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of all) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
