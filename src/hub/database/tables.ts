// The hub's tables. JSON is text, times are instants as text, ids and sort keys are made by the app: SQL both dialects speak.
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { HubState } from '../../domain/entry-state.ts'
import type { NotCarriedCause } from '../../domain/transfer/not-carried.ts'

interface RevisionTable {
  id: number
  rev: number
  /** Names one life of this database; a restore makes a new one. */
  incarnation: string
  /** By which rules cells and entries have their class and teacher; null before this was told apart. */
  placement: number | null
}

interface SchoolVersionTable {
  version: number
  created_at: string
  created_by: string
  document: string
}

interface AccountTable {
  person: string
  login: string
  password_hash: string | null
}

interface SessionTable {
  token_hash: string
  person: string
  device: string
  created_at: string
  expires_at: string
}

interface EntryTable {
  id: string
  hash: string
  device: string
  person: string
  epoch: number
  seq: number
  cell_key: string
  school_class: string
  state: HubState
  reason: string | null
  /** The entry that must be known first, while the state is `waiting`. */
  waiting_on: string | null
  outage: number | null
  /** The entry as it came, with every field. */
  body: string
  recorded_at: string
  received_at: string
  transferred_at: string | null
  verified_at: string | null
  rev: number
}

interface CellTable {
  key: string
  lesson: string | null
  teacher: string | null
  /** Who teaches a final mark's subject beside `teacher`, `,id,id,`; null as a rule, and of every cell of a lesson. */
  co_teachers: string | null
  /** Class ids between commas, `,7a,7b,`, so that a class is found by LIKE on both dialects. */
  classes: string
  cell: string
  value: string
  holders: string
  candidates: string
  /** What АИС was last known to hold in the cell's slot; '' for empty. */
  ais_base: string
  conflict_opened_at: string | null
  rev: number
}

interface OutageTable {
  no: number
  /** The teacher of a teacher-scope outage; null for the whole school. */
  person: string | null
  /** The building of an outage of one building. */
  building: string | null
  opened_at: string
  opened_by: string | null
  restored_at: string | null
  restored_by: string | null
  closed_at: string | null
  confirmed_at: string | null
  rev: number
}

/** What happened to an outage, in order: only added to. The row of `outage` is what these leave. */
interface OutageEventTable {
  no: number
  n: number
  event: string
}

interface PlannedOutageTable {
  id: string
  scope: string
  from_at: string
  to_at: string
  reason: string
  who: string
  entered_at: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

/** What the carrier was about to write: durable before АИС is touched. */
interface IntentTable {
  id: string
  person: string
  lesson: string
  slot: string
  base: string
  target: string
  entries: string
  written_at: string
  outcome: 'verified' | 'notWritten' | 'conflict' | null
}

interface AuditTable {
  id: string
  at: string
  who: string
  device: string | null
  action: string
  subject: string
  before: string | null
  after: string | null
}

interface DeviceReportTable {
  device: string
  person: string
  report: string
  unsent: number
  seen_at: string
  /** When it was declared lost; null again once it speaks. */
  lost_at: string | null
  /** When it last brought another history of its log; null while it never did. */
  forked_at: string | null
}

/** A loss of a tablet's memory, as it told it; dealt with by a deputy, or null. */
interface IncidentTable {
  device: string
  person: string
  at: string
  restored: number
  lost: number
  altered: number
  heard_at: string
  dealt_at: string | null
  dealt_by: string | null
}

/** A deputy's act: the gap of a tablet that will not speak again. */
interface LossTable {
  id: string
  device: string
  person: string
  unsent: number
  oldest_unsent_at: string | null
  seen_at: string
  cause: string
  declared_at: string
  declared_by: string
}

/** An entry that a deputy's act leaves out of АИС; acts of several entries have one id. */
interface NotCarriedTable {
  entry: string
  act: string
  cause: NotCarriedCause
  note: string
  who: string
  at: string
}

/** A lesson that АИС would not let be changed: since when a run saw it, and until it took a write. */
interface LockedLessonTable {
  lesson: string
  since: string
  until: string | null
}

/** An id that entries wait for and that nobody will bring. */
interface ForgottenTable {
  entry: string
  act: string
  who: string
  at: string
}

/** A life that began when the database was put back from a copy. */
interface LifeTable {
  incarnation: string
  began_at: string
  source: string
}

/** A start of the hub: the first is `no` 1. `from_rev`: the revision that stood when it began. */
interface BootTable {
  name: string
  no: number
  from_rev: number
}

/** How much of an outage was recorded, carried over and waiting, whenever that had changed. */
interface BacklogPointTable {
  outage: number
  at: string
  recorded: number
  carried: number
  verified: number
  waiting: number
}

interface ReminderTable {
  id: string
  person: string
  sender: string
  text: string
  at: string
}

export interface Tables {
  revision: RevisionTable
  school_version: SchoolVersionTable
  account: AccountTable
  session: SessionTable
  entry: EntryTable
  cell: CellTable
  outage: OutageTable
  outage_event: OutageEventTable
  planned_outage: PlannedOutageTable
  intent: IntentTable
  audit: AuditTable
  device_report: DeviceReportTable
  incident: IncidentTable
  loss: LossTable
  not_carried: NotCarriedTable
  locked_lesson: LockedLessonTable
  forgotten: ForgottenTable
  life: LifeTable
  boot: BootTable
  backlog_point: BacklogPointTable
  reminder: ReminderTable
}

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>
export type EntryRow = Selectable<EntryTable>
export type NewEntryRow = Insertable<EntryTable>
export type PlannedOutageRow = Selectable<PlannedOutageTable>
export type CellRow = Selectable<CellTable>
export type OutageRow = Selectable<OutageTable>
