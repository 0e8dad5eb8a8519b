// The second copy of what has not reached the hub: lines in a file beside IndexedDB, each with its own checksum.
import { type EntryId, type LogId, logKey } from '../../domain/entry.ts'
import { sha256Hex } from '../../domain/sha256.ts'
import type { LogHead, LogRow } from '../database.ts'

export interface SecondCopy {
  /** Resolves when the text has reached the disk. */
  append(text: string): Promise<void>
  /** Everything that tabs which are gone have left. */
  read(): Promise<string>
  /** The same, and what this tab has written itself: the way out when IndexedDB is closed. */
  readAll(): Promise<string>
  /** Keeps this instead of what `read` brought. */
  replace(text: string): Promise<void>
}

export interface CopiedLog {
  log: LogId
  lastSeq: number
  watermark: number
  /** Which life of the hub's database the watermark is of. */
  incarnation?: string
}

type CopyLine =
  | { kind: 'device'; device: string }
  | { kind: 'log'; log: CopiedLog }
  | { kind: 'row'; row: LogRow }

export interface CopyContent {
  device: string | null
  logs: readonly CopiedLog[]
  /** Each entry once, at its last place. */
  rows: readonly LogRow[]
  /** Lines that a power cut left torn, or that something has altered. */
  damaged: number
}

const checksum = (json: string): string => sha256Hex(json).slice(0, 16)

export const writeLines = (lines: readonly CopyLine[]): string =>
  lines
    .map((line) => JSON.stringify(line))
    .map((json) => `${checksum(json)} ${json}\n`)
    .join('')

export const rowLines = (rows: readonly LogRow[]): string =>
  writeLines(rows.map((row) => ({ kind: 'row', row })))

export const headLines = (heads: readonly LogHead[]): string =>
  writeLines(
    heads.map(({ log, lastSeq, watermark, incarnation }) => ({
      kind: 'log',
      log: { log, lastSeq, watermark, ...(incarnation === undefined ? {} : { incarnation }) },
    })),
  )

const readLine = (text: string): CopyLine | null => {
  const json = text.slice(17)
  return text.slice(0, 16) === checksum(json) ? (JSON.parse(json) as CopyLine) : null
}

/**
 * Of several words about one log the greatest counts: a watermark never goes back while its hub lives. A restored hub
 * may lack what the former one had, and files of several tabs come in no order: of two lives the smaller word counts.
 */
const together = (a: CopiedLog | undefined, b: CopiedLog): CopiedLog => {
  if (!a) return b
  const watermark = (a.incarnation === b.incarnation ? Math.max : Math.min)(a.watermark, b.watermark)
  return { ...b, lastSeq: Math.max(a.lastSeq, b.lastSeq), watermark }
}

export const readLines = (text: string): CopyContent => {
  let device: string | null = null
  let damaged = 0
  const logs = new Map<string, CopiedLog>()
  const rows = new Map<EntryId, LogRow>()
  for (const part of text.split('\n')) {
    if (part === '') continue
    const line = readLine(part)
    if (line === null) damaged += 1
    else if (line.kind === 'device') device = line.device
    else if (line.kind === 'log')
      logs.set(logKey(line.log.log), together(logs.get(logKey(line.log.log)), line.log))
    else rows.set(line.row.id, line.row)
  }
  return { device, logs: [...logs.values()], rows: [...rows.values()], damaged }
}
