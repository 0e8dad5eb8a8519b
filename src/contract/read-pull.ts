// Reads what a pull brought, part by part where the whole can't be read: what this build can't read is kept as it came,
// and hides nothing else.
import * as z from 'zod/mini'
import type { AnnouncedOutage } from '../domain/register/announced.ts'
import { announcedSchema, outageViewSchema } from './outage-schema.ts'
import { probeSchema } from './probe-schema.ts'
import { hubCellSchema, hubVerdictSchema, type PullAnswer, pullAnswerSchema } from './protocol.ts'
import { type Reminder, reminderSchema } from './reminder-schema.ts'

/** A part of an answer that a later build will read. */
export interface UnreadPart {
  /** «cell KEY», «entry ID» or «outage NO»: one row a part. */
  id: string
  kind: 'cell' | 'entry' | 'outage'
  key: string
  /** It is a cell about which somebody disagrees. */
  conflict: boolean
  /** JSON text. */
  raw: string
}

export interface PullParts {
  cells: PullAnswer['cells']
  entries: PullAnswer['entries']
  outages: PullAnswer['outages']
  unread: UnreadPart[]
}

export type ReadablePull = Omit<PullAnswer, keyof PullParts> & PullParts

/** The frame alone is held to every word. */
const frameSchema = z.object({
  ...pullAnswerSchema.shape,
  ...{ cells: z.array(z.unknown()), entries: z.array(z.unknown()), outages: z.array(z.unknown()) },
  announced: z.exactOptional(z.array(z.unknown())),
  reminders: z.exactOptional(z.array(z.unknown())),
  ais: z.unknown(),
})

/** By its name; one that has none is kept by what it says. */
const unreadPart = (kind: UnreadPart['kind'], name: string, part: unknown): UnreadPart => {
  const raw = JSON.stringify(part)
  const said = typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {}
  const key = String(said[name] ?? raw)
  return { id: `${kind} ${key}`, kind, key, conflict: kind === 'cell' && said.state === 'conflict', raw }
}

type Loose = Pick<z.infer<typeof frameSchema>, 'cells' | 'entries' | 'outages'>

const sort = ({ cells, entries, outages }: Loose): PullParts => {
  const parts: PullParts = { cells: [], entries: [], outages: [], unread: [] }
  for (const cell of cells) {
    const read = hubCellSchema.safeParse(cell)
    if (read.success) parts.cells.push(read.data)
    else parts.unread.push(unreadPart('cell', 'key', cell))
  }
  for (const entry of entries) {
    const read = hubVerdictSchema.safeParse(entry)
    if (read.success) parts.entries.push(read.data)
    else parts.unread.push(unreadPart('entry', 'id', entry))
  }
  for (const outage of outages) {
    const read = outageViewSchema.safeParse(outage)
    if (read.success) parts.outages.push(read.data)
    else parts.unread.push(unreadPart('outage', 'no', outage))
  }
  return parts
}

/** An announcement or a reminder that can't be read is let go: the whole list comes with the next answer. */
const readAnnounced = (json: unknown): AnnouncedOutage[] => {
  const read = announcedSchema.safeParse(json)
  return read.success ? [read.data] : []
}

const readReminder = (json: unknown): Reminder[] => {
  const read = reminderSchema.safeParse(json)
  return read.success ? [read.data] : []
}

/** Null when it is no answer to a pull. */
export const readPull = (json: unknown): ReadablePull | null => {
  const whole = pullAnswerSchema.safeParse(json)
  if (whole.success) return { ...whole.data, unread: [] }
  const frame = frameSchema.safeParse(json)
  if (!frame.success) return null
  const { announced, reminders, ...rest } = frame.data
  const probe = probeSchema.safeParse(rest.ais)
  return {
    ...rest,
    ...sort(rest),
    ais: probe.success ? probe.data : null,
    ...(announced && { announced: announced.flatMap(readAnnounced) }),
    ...(reminders && { reminders: reminders.flatMap(readReminder) }),
  }
}

/** Reads parts that a former build has kept; those that still can't be read stay. */
export const rereadParts = (kept: readonly UnreadPart[]): PullParts => {
  const raw: Record<keyof Loose, unknown[]> = { cells: [], entries: [], outages: [] }
  const homes = { cell: 'cells', entry: 'entries', outage: 'outages' } as const
  for (const part of kept) raw[homes[part.kind]].push(JSON.parse(part.raw))
  return sort(raw)
}
