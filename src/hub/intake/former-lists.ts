// The lists that a tablet recorded against, where newer ones have come since: a stale list destroys no entry.
//
//   v1 ─────────────┬─ v2 ──────────────────────┬─ v3 of today
//      the tablet's │  another day is entered    │  the lesson gets another teacher
//                   └─ the lesson begins: v2 says whose it is, though the tablet has never had it
import { lessonOf } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import { checkEntry, type EntryCheck } from '../../domain/entry-rule.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { Trx } from '../database/tables.ts'
import { recordedAtHub } from './recorded-at.ts'

export interface Former {
  /** The former lists that say whose an entry was: null where those of today do, or nothing is known of them. */
  listsOf(entry: Entry): School | null
  /** The tablet's own lists, which the entry names; null where those are of today, or nothing is known of them. */
  ownOf(entry: Entry): School | null
  /** It names lists that the hub doesn't have: they came after the copy from which it was put back. */
  lacks(entry: Entry): boolean
}

/** When each version came, oldest first; no versions before the first that a tablet names. */
const readSpans = (trx: Trx, first: number) =>
  trx
    .selectFrom('school_version')
    .select(['version', 'created_at'])
    .where('version', '>=', first)
    .orderBy('version')
    .execute()

/** Parsed once for each version that has followed them: a tablet that was away for weeks sends many batches. */
const parsed = new WeakMap<School, Map<number, School>>()

const readLists = async (trx: Trx, current: School, version: number): Promise<School | null> => {
  const known = parsed.get(current) ?? new Map<number, School>()
  parsed.set(current, known)
  const kept = known.get(version)
  if (kept) return kept
  const row = await trx
    .selectFrom('school_version')
    .select('document')
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return null
  const school = JSON.parse(row.document) as School
  known.set(version, school)
  return school
}

/** When it was decided whose it was: as the lesson began by the tablet's lists; of a final mark, as it was set. */
const decidedAt = (school: School, entry: Entry, now: string): string => {
  const id = lessonOf(entry.cell)
  const lesson = id === null ? null : lessonById(school, id)
  return lesson?.begins ?? recordedAtHub(entry, now)
}

/** The former lists of these entries; none are read while every tablet has the current ones. */
export const readFormer = async (
  trx: Trx,
  entries: readonly Entry[],
  current: School,
  now: string,
): Promise<Former> => {
  const late = entries.filter(
    ({ refVersion }) => Number.isInteger(refVersion) && refVersion < current.version,
  )
  const spans = late.length === 0 ? [] : await readSpans(trx, Math.min(...late.map((one) => one.refVersion)))
  const lists = new Map<number, School>()
  const add = async (version: number): Promise<void> => {
    if (lists.has(version) || version === current.version) return
    const read = await readLists(trx, current, version)
    if (read) lists.set(version, read)
  }
  /** Which version held when it was decided; the tablet's own where that was before they came. */
  const heldFor = (entry: Entry): number => {
    const own = lists.get(entry.refVersion)
    if (!own) return current.version
    const at = decidedAt(own, entry, now)
    const held = spans.findLast((one) => one.version > entry.refVersion && one.created_at <= at)
    return held?.version ?? entry.refVersion
  }
  for (const entry of late) await add(entry.refVersion)
  for (const entry of late) await add(heldFor(entry))
  return {
    listsOf: (entry) => lists.get(heldFor(entry)) ?? null,
    ownOf: ({ refVersion }) => lists.get(refVersion) ?? null,
    lacks: ({ refVersion }) => refVersion > 0 && refVersion !== current.version && !lists.has(refVersion),
  }
}

const isNotBegun = (check: EntryCheck): boolean => !check.ok && check.refusal === 'lessonNotBegun'

/**
 * Checks an entry by the lists of today and, when those refuse it, by those that held when it was decided whose it was,
 * from the tablet's own on. Returns the lists that took it.
 *
 * A lesson that was moved on unknown to the tablet has begun by the tablet's own lists alone: what those take is taken
 * where nothing but its beginning stands against it. The rule judges permission before the beginning, so the lists that
 * answer «not begun» have given the right, and whoever lost the lesson meanwhile is refused for that.
 */
export const checkByLists = (
  school: School,
  former: Former,
  entry: Entry,
  now: string,
): { check: EntryCheck; school: School } => {
  const today = { check: checkEntry(school, entry, now), school }
  if (today.check.ok) return today
  const lists = former.listsOf(entry)
  const then = lists ? { check: checkEntry(lists, entry, now), school: lists } : today
  if (then.check.ok) return then
  const own = isNotBegun(today.check) || isNotBegun(then.check) ? former.ownOf(entry) : null
  const before = own && { check: checkEntry(own, entry, now), school: own }
  return before?.check.ok ? before : today
}
