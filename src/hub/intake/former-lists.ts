// The lists that a tablet recorded against, where newer ones have come since: a stale list destroys no entry.
import { lessonOf } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import { checkEntry, type EntryCheck } from '../../domain/entry-rule.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { Trx } from '../database/tables.ts'
import { recordedAtHub } from './recorded-at.ts'

interface FormerLists {
  school: School
  /** When the next version came: lessons that had begun by then were theirs to record. */
  until: string
}
export type Former = ReadonlyMap<number, FormerLists>

const versionsOf = (named: readonly unknown[], current: number): number[] => {
  const former = named.filter((one): one is number => Number.isInteger(one) && Number(one) < current)
  return [...new Set(former)]
}

/** The former lists among those named; none is read while every tablet has the current ones. */
export const readFormer = async (trx: Trx, named: readonly unknown[], current: School): Promise<Former> => {
  const former = new Map<number, FormerLists>()
  for (const version of versionsOf(named, current.version)) {
    const rows = await trx
      .selectFrom('school_version')
      .select(['version', 'document', 'created_at'])
      .where('version', 'in', [version, version + 1])
      .orderBy('version')
      .execute()
    const [own, next] = rows
    if (own?.version === version && next)
      former.set(version, { school: JSON.parse(own.document), until: next.created_at })
  }
  return former
}

/** Was it theirs to record while the former lists held: a lesson that had begun, a final mark that was set by then? */
export const wasTheirs = ({ school, until }: FormerLists, entry: Entry, now: string): boolean => {
  const id = lessonOf(entry.cell)
  if (id === null) return recordedAtHub(entry, now) < until
  const lesson = lessonById(school, id)
  return lesson !== null && lesson.begins < until
}

/**
 * Checks an entry by the lists of today and, when those refuse it, by those it was recorded against, provided that it
 * was theirs to record before they were replaced. Returns the lists that took it.
 */
export const checkByLists = (
  school: School,
  former: Former,
  entry: Entry,
  now: string,
): { check: EntryCheck; school: School } => {
  const check = checkEntry(school, entry, now)
  const known = former.get(entry.refVersion)
  if (check.ok || !known || !wasTheirs(known, entry, now)) return { check, school }
  const then = checkEntry(known.school, entry, now)
  return then.ok ? { check: then, school: known.school } : { check, school }
}
