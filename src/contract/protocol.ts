// What device and hub say to each other: every request and answer, with their shapes. Types come from here.
import * as z from 'zod/mini'
import type { CellReport } from '../domain/cell-report.ts'
import { periodFaults } from '../domain/control/period.ts'
import type { HubState } from '../domain/entry-state.ts'
import { type LogGap, mostGaps } from '../domain/log-gap.ts'
import type { Receipt, VerdictReason } from '../domain/receipt.ts'
import { logSchema } from './entry-schema.ts'
import { count, hubSays, instant } from './hub-says.ts'
import { notCarriedSchema } from './not-carried-schema.ts'
import { announcedSchema, outageViewSchema } from './outage-schema.ts'
import { probeSchema } from './probe-schema.ts'
import { reminderSchema } from './reminder-schema.ts'
import { schoolSchema } from './school-schema.ts'
import { cellSchema, cellValueSchema } from './value-schema.ts'

/** Grows when a message changes. The hub still speaks with devices of the two versions before its own. */
export const protocolVersion = 4
export const oldestProtocol = 2
export const maxBatch = 1000

export const hubStateSchema = z.enum([
  'waiting',
  'accepted',
  'carrying',
  'transferred',
  'verified',
  'conflict',
  'superseded',
  'refused',
  'held',
  'notCarried',
]) satisfies z.ZodMiniType<HubState>

export const verdictReasonSchema = z.enum([
  'foreignLesson',
  'adminReadOnly',
  'reasonNeeded',
  'reasonByClassTeacher',
  'lessonUnknown',
  'lessonNotBegun',
  'pupilNotInLesson',
  'valueOutsideScale',
  'documentDates',
  'foreignAuthor',
  'idReuse',
  'forked',
  'malformed',
  'newerSchema',
  'notBound',
  'setAside',
]) satisfies z.ZodMiniType<VerdictReason>

/** The device's memory had lost something: when, and what came back; null when it never has. */
export const incidentSchema = z.nullable(
  z.object({ at: instant, restored: count, lost: count, altered: count }),
)

/** Numbers of the person's logs that the device has lost, each run with its log. */
export const logGapSchema = z.object({
  device: z.string().check(z.minLength(1), z.maxLength(120)),
  epoch: count,
  fromSeq: count,
  toSeq: count,
}) satisfies z.ZodMiniType<LogGap>

/** What every contact carries about the device: the deputy's board is made of these. */
const deviceReportSchema = z.object({
  unsent: count,
  oldestUnsentAt: z.nullable(instant),
  clockOffsetMs: z.nullable(z.number()),
  appBuild: z.string().check(z.maxLength(60)),
  freeBytes: z.nullable(z.number()),
  persisted: z.nullable(z.boolean()),
  /** The device that tells, where it sends another one's log from a file. */
  device: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  /** Two where what is unsent is also kept outside IndexedDB. */
  copies: z.optional(z.union([z.literal(1), z.literal(2)])),
  incident: z.optional(incidentSchema),
  /** Absent from a device of a version before these. */
  gaps: z.optional(z.array(logGapSchema).check(z.maxLength(mostGaps))),
})
export type DeviceReport = z.infer<typeof deviceReportSchema>

/** The newest revision that a device has been told, in which life of the hub, and by which of its starts. */
const seenSchema = z.object({
  rev: count,
  incarnation: z.string(),
  /** Absent where a hub of the first three versions told it. */
  boot: z.optional(z.string()),
})
export type SeenOfHub = z.infer<typeof seenSchema>

export const pushRequestSchema = z.object({
  protocol: z.int(),
  log: logSchema,
  /** Judged before the batch is taken: a hub that knows less has older data. Absent from a device of before. */
  seen: z.optional(seenSchema),
  entries: z.array(z.unknown()).check(z.maxLength(maxBatch)),
  report: deviceReportSchema,
})
export type PushRequest = z.infer<typeof pushRequestSchema>

/** One for each entry sent; the same entry sent again gets the same `hash` and its state of today. */
const receiptSchema = z.object({
  id: z.string(),
  seq: count,
  hash: z.string(),
  state: hubStateSchema,
  reason: z.nullable(verdictReasonSchema),
}) satisfies z.ZodMiniType<Receipt>

/** Which start of the hub says it; a hub of the first three versions, or one whose disk is full, names none. */
const boot = z.optional(z.string())

export const pushAnswerSchema = z.object({
  ...hubSays,
  boot,
  receipts: z.array(receiptSchema),
  /** The revision of the batch: cells pulled at or above it know of these entries. */
  rev: count,
  /** The highest `seq` below which the hub has every entry of this log. */
  lastSeq: count,
  /** The hash of that entry, by which a tablet sees that the hub has its history and no other; '' when there is none. */
  lastHash: z.optional(z.string()),
  /** How many of the report's gaps the hub keeps for the deputy; a hub of before says nothing. */
  gaps: z.optional(count),
})
export type PushAnswer = z.infer<typeof pushAnswerSchema>

const holder = z.object({
  entry: z.string(),
  author: z.string(),
  device: z.nullable(z.string()),
  recordedAt: instant,
  source: z.enum(['device', 'paper', 'file', 'ais']),
})

export const hubCellSchema = z.object({
  key: z.string(),
  cell: cellSchema,
  value: z.nullable(cellValueSchema),
  holders: z.array(holder),
  /** The candidates of an open conflict; empty while nobody disagrees. */
  candidates: z.array(z.object({ value: z.nullable(cellValueSchema), entries: z.array(holder) })),
  /** The least advanced state of its holders, `conflict` while candidates stand, null when blank. */
  state: z.nullable(hubStateSchema),
  rev: count,
  notCarried: z.exactOptional(notCarriedSchema),
  ais: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<CellReport>

export const hubVerdictSchema = z.object({
  id: z.string(),
  state: hubStateSchema,
  reason: z.nullable(verdictReasonSchema),
  notCarried: z.exactOptional(notCarriedSchema),
})

export const pullAnswerSchema = z.object({
  ...hubSays,
  boot,
  /** Which protocol the hub speaks at best; a hub of the first two says nothing. */
  protocol: z.optional(count),
  rev: count,
  /** More changes wait above `rev`: pull again at once. */
  more: z.boolean(),
  /** The cursor was of another incarnation: everything known of the hub starts anew, own entries stay. */
  reset: z.boolean(),
  entries: z.array(hubVerdictSchema),
  cells: z.array(hubCellSchema),
  outages: z.array(outageViewSchema),
  /** Every outage announced ahead that isn't over yet; a hub before these says nothing. */
  announced: z.exactOptional(z.array(announcedSchema)),
  /** Every reminder to this person of the last two weeks, oldest first; a hub before these says nothing. */
  reminders: z.exactOptional(z.array(reminderSchema)),
  refVersion: count,
  /** The watch's last probe of АИС СРО, or null before the first. */
  ais: z.nullable(probeSchema),
})
export type PullAnswer = z.infer<typeof pullAnswerSchema>

export const signInRequestSchema = z.object({
  login: z.string().check(z.minLength(1), z.maxLength(80)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  device: z.string().check(z.minLength(1), z.maxLength(120)),
})
export type SignInRequest = z.infer<typeof signInRequestSchema>

export const sessionSchema = z.object({
  ...hubSays,
  person: z.string(),
  name: z.string(),
  board: z.boolean(),
  expiresAt: instant,
})
export type Session = z.infer<typeof sessionSchema>

export const signedOutSchema = z.object(hubSays)
export type SignedOut = z.infer<typeof signedOutSchema>

/** The part of the school that a person works with, under `reference`; `version` is its `refVersion`. */
export const referenceAnswerSchema = z.object({
  ...hubSays,
  reference: schoolSchema,
})
export type ReferenceAnswer = z.infer<typeof referenceAnswerSchema>

/** Where a lesson stands, in the words of the lists. */
export const lessonPlaceSchema = z.object({
  date: z.iso.date(),
  period: count,
  target: z.string(),
  subject: z.string(),
  teacher: z.string(),
})
export type LessonPlace = z.infer<typeof lessonPlaceSchema>

/** A run carries one person's entries inside the session that person opened. */
export const transferViewSchema = z.object({
  ...hubSays,
  running: z.boolean(),
  sessionExpiresAt: z.nullable(instant),
  waiting: count,
  written: count,
  verified: count,
  conflicts: count,
  /** Why the last run stopped early, or null. */
  stopped: z.nullable(z.enum(['unreachable', 'sessionEnded', 'locked'])),
  /** Where to open a session, for the button. */
  sessionPage: z.string(),
})
export type TransferView = z.infer<typeof transferViewSchema>

/** Every error answer of the hub. */
export const problemSchema = z.object({
  error: z.enum([
    'wrongPassword',
    'tooManyAttempts',
    'signInNeeded',
    'forbidden',
    'malformed',
    'tooLarge',
    'otherProtocol',
    'notFound',
    'storageFull',
    'internal',
  ]),
  retryAfterSeconds: z.optional(count),
  /** Why what was asked for is no period. */
  period: z.exactOptional(z.enum(periodFaults)),
})
export type Problem = z.infer<typeof problemSchema>
