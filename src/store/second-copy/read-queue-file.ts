// Reads a file of unsent entries: every line as it was written out, or nothing of it.
import { type Entry, entryHash } from '../../domain/entry.ts'
import { queueFormat } from './queue-file.ts'

/** `altered`: so many lines are not as they were written out. */
export type QueueFileFault = { why: 'notAQueue' | 'otherVersion' } | { why: 'altered'; altered: number }

/** Reads one entry strictly: what a screen could not show must not come in by a file. */
export type ReadEnvelope = (
  envelope: unknown,
) => { ok: true; entry: Entry } | { ok: false; why: 'malformed' | 'newerSchema' }

/** `device` wrote it, where the file says so. */
export type ReadQueueFile =
  | { ok: true; entries: Entry[]; device: string | null }
  | { ok: false; fault: QueueFileFault }

/** What the hub takes for a name of a tablet. */
const longestDevice = 120

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readLine = (line: unknown, read: ReadEnvelope): Entry | 'newerSchema' | null => {
  if (!isObject(line)) return null
  try {
    const one = read(line.entry)
    if (!one.ok) return one.why === 'newerSchema' ? one.why : null
    return entryHash(one.entry) === line.hash ? one.entry : null
  } catch {
    // Nested so deep that nobody can read it.
    return null
  }
}

export const readQueueFile = (text: string, read: ReadEnvelope): ReadQueueFile => {
  const no = (fault: QueueFileFault): ReadQueueFile => ({ ok: false, fault })
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return no({ why: 'notAQueue' })
  }
  if (!isObject(file) || file.format !== queueFormat || !Array.isArray(file.entries))
    return no({ why: 'notAQueue' })
  if (file.version !== 1) return no({ why: 'otherVersion' })
  const lines: unknown[] = file.entries
  const entries: Entry[] = []
  for (const line of lines) {
    const one = readLine(line, read)
    if (one === 'newerSchema') return no({ why: 'otherVersion' })
    if (one !== null) entries.push(one)
  }
  if (entries.length < lines.length) return no({ why: 'altered', altered: lines.length - entries.length })
  const { device } = file
  const isName = typeof device === 'string' && device.length > 0 && device.length <= longestDevice
  return { ok: true, entries, device: isName ? device : null }
}
