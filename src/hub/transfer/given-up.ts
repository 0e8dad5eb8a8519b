// What is told of entries that an act leaves out of the way: why, who said so and when.
import type { CellReport } from '../../domain/cell-report.ts'
import type { Verdict } from '../../domain/receipt.ts'
import type { School } from '../../domain/school.ts'
import type { NotCarried } from '../../domain/transfer/not-carried.ts'
import { namesOf } from '../board/names.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database, Trx } from '../database/tables.ts'

/** The acts over these entries, by the entry. */
export const readGivenUp = async (
  db: Trx | Database,
  school: School,
  entries: readonly string[],
): Promise<Map<string, NotCarried>> => {
  const rows = await inChunks(entries, (part) =>
    db.selectFrom('not_carried').selectAll().where('entry', 'in', part).execute(),
  )
  if (rows.length === 0) return new Map()
  const names = namesOf(school)
  return new Map(
    rows.map(({ entry, cause, note, who, at }) => [entry, { cause, note, by: names.person(who), at }]),
  )
}

/** Verdicts with the act beside each entry that is not carried. */
export const withGivenUp = async (
  db: Trx | Database,
  school: School,
  verdicts: readonly Verdict[],
): Promise<Verdict[]> => {
  const ids = verdicts.filter((one) => one.state === 'notCarried').map((one) => one.id)
  const given = await readGivenUp(db, school, ids)
  return verdicts.map((one) => {
    const notCarried = one.state === 'notCarried' ? given.get(one.id) : undefined
    return notCarried ? { ...one, notCarried } : one
  })
}

/** Reports with the newest act over the holders of each cell whose value is not carried. */
export const withActs = async (
  db: Trx | Database,
  school: School,
  reports: readonly CellReport[],
): Promise<CellReport[]> => {
  const holdersOf = ({ state, holders }: CellReport): string[] =>
    state === 'notCarried' ? holders.map((one) => one.entry) : []
  const given = await readGivenUp(db, school, reports.flatMap(holdersOf))
  return reports.map((report) => {
    const notCarried = holdersOf(report)
      .flatMap((id) => given.get(id) ?? [])
      .reduce<NotCarried | null>((newest, one) => (newest && newest.at > one.at ? newest : one), null)
    return notCarried ? { ...report, notCarried } : report
  })
}
