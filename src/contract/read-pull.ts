// Reads what a pull brought. From a hub of a newer protocol each part is read by itself: what this build can't read is
// kept as it came, and hides nothing else.

import * as z from 'zod/mini'
import type { AnnouncedOutage } from '../domain/register/announced.ts'
import { announcedSchema, outageViewSchema } from './outage-schema.ts'
import {
  hubCellSchema,
  hubVerdictSchema,
  type PullAnswer,
  protocolVersion,
  pullAnswerSchema,
} from './protocol.ts'
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

const named = {
  cells: z.looseObject({ key: z.string() }),
  entries: z.looseObject({ id: z.string() }),
  outages: z.looseObject({ no: z.number() }),
}

const newerPullSchema = z.object({
  ...pullAnswerSchema.shape,
  protocol: z.int().check(z.minimum(protocolVersion + 1)),
  cells: z.array(named.cells),
  entries: z.array(named.entries),
  outages: z.array(named.outages),
  announced: z.exactOptional(z.array(z.unknown())),
  reminders: z.exactOptional(z.array(z.unknown())),
})

const unreadPart = (kind: UnreadPart['kind'], key: string, part: object): UnreadPart => ({
  ...{ id: `${kind} ${key}`, kind, key },
  conflict: kind === 'cell' && 'state' in part && part.state === 'conflict',
  raw: JSON.stringify(part),
})

type Loose = z.infer<typeof newerPullSchema>

const sort = ({ cells, entries, outages }: Pick<Loose, 'cells' | 'entries' | 'outages'>): PullParts => {
  const parts: PullParts = { cells: [], entries: [], outages: [], unread: [] }
  for (const cell of cells) {
    const read = hubCellSchema.safeParse(cell)
    if (read.success) parts.cells.push(read.data)
    else parts.unread.push(unreadPart('cell', cell.key, cell))
  }
  for (const entry of entries) {
    const read = hubVerdictSchema.safeParse(entry)
    if (read.success) parts.entries.push(read.data)
    else parts.unread.push(unreadPart('entry', entry.id, entry))
  }
  for (const outage of outages) {
    const read = outageViewSchema.safeParse(outage)
    if (read.success) parts.outages.push(read.data)
    else parts.unread.push(unreadPart('outage', String(outage.no), outage))
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
  const newer = newerPullSchema.safeParse(json)
  if (!newer.success) return null
  const { announced, reminders, ...rest } = newer.data
  return {
    ...rest,
    ...sort(rest),
    ...(announced && { announced: announced.flatMap(readAnnounced) }),
    ...(reminders && { reminders: reminders.flatMap(readReminder) }),
  }
}

/** Reads parts that a former build has kept; those that still can't be read stay. */
export const rereadParts = (kept: readonly UnreadPart[]): PullParts => {
  const raw = { cells: [], entries: [], outages: [] } as Record<keyof typeof named, unknown[]>
  const homes = { cell: 'cells', entry: 'entries', outage: 'outages' } as const
  for (const part of kept) raw[homes[part.kind]].push(JSON.parse(part.raw))
  return sort(raw as never)
}
