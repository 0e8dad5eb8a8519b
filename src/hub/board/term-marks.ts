// Final marks that wait on the hub for a person to enter them into АИС by hand: of one class, a sheet a subject and column.
import type { WaitingTermMarks } from '../../contract/history-schema.ts'
import type { Cell } from '../../domain/cell.ts'
import { maySayByHand } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { reportCells } from '../cells/report.ts'
import { readRevision } from '../database/revision.ts'
import type { CellRow, Database } from '../database/tables.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { namesOf } from './names.ts'

type Sheet = WaitingTermMarks['sheets'][number]
type TermCell = Extract<Cell, { kind: 'termMark' }>

const classOf = (row: Pick<CellRow, 'classes'>): string => row.classes.split(',').filter(Boolean)[0] ?? ''

/** About which nobody disagrees, and of which a holder of a person's has not gone its way. */
const readWaiting = (db: Database): Promise<CellRow[]> =>
  db
    .selectFrom('cell')
    .selectAll()
    .where('lesson', 'is', null)
    .where('conflict_opened_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.cell_key', '=', 'cell.key')
          .where('entry.state', '=', 'accepted')
          .where('entry.person', '!=', aisAuthor),
      ),
    )
    .orderBy('key')
    .execute()

/** Of `asked`, or of the first class of which any wait; whether the reader may say so goes by the table of rights. */
export const readWaitingTermMarks = async (
  db: Database,
  school: School,
  person: PersonId,
  asked: string,
  now: string,
): Promise<WaitingTermMarks> => {
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const waiting = await readWaiting(db)
  const counts = new Map<string, number>()
  for (const row of waiting) counts.set(classOf(row), (counts.get(classOf(row)) ?? 0) + 1)
  const order = new Map(school.classes.map((one, at) => [one.id, at]))
  const classes = [...counts]
    .map(([id, count]) => ({ id, name: names.schoolClass(id), count }))
    .sort((a, b) => (order.get(a.id) ?? order.size) - (order.get(b.id) ?? order.size))
  const schoolClass = counts.has(asked) ? asked : (classes[0]?.id ?? null)
  const reports = await reportCells(
    db,
    waiting.filter((row) => classOf(row) === schoolClass),
  )
  const sheets = new Map<string, Sheet>()
  for (const report of reports) {
    const { subject, term, pupil } = report.cell as TermCell
    const columnName = school.terms.find((one) => one.id === term)?.name ?? null
    const key = `${subject} ${term}`
    const sheet = sheets.get(key) ?? { subject: names.subject(subject), column: term, columnName, cells: [] }
    const author = names.person(report.holders.at(-1)?.author ?? '')
    sheets.set(key, {
      ...sheet,
      cells: [...sheet.cells, { cell: report, pupil: names.pupil(pupil), author }],
    })
  }
  const [first] = reports
  return {
    ...{
      serverTime: now,
      incarnation,
      zone: school.zone,
      classes,
      schoolClass,
      sheets: [...sheets.values()],
    },
    maySay: first !== undefined && maySayByHand(school, person, first.cell),
  }
}
