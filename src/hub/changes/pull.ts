// What changed for a person since a revision: verdicts on own entries, cells of own lessons and classes, outages.
import { type PullAnswer, protocolVersion } from '../../contract/protocol.ts'
import type { Probe } from '../../domain/outage.ts'
import type { Verdict, VerdictReason } from '../../domain/receipt.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { reportCells } from '../cells/report.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { reportOutage } from '../outages/register.ts'

/** Rows of one kind in an answer; a revision is never cut in two, so a large one may bring more. */
const pageSize = 500

interface Span {
  above: number
  upTo: number
}

const ownEntries = (db: Database, person: PersonId, { above, upTo }: Span) =>
  db
    .selectFrom('entry')
    .select(['id', 'state', 'reason', 'rev'])
    .where('person', '=', person)
    .where('rev', '>', above)
    .where('rev', '<=', upTo)
    .orderBy('rev')

const ownCells = (db: Database, school: School, person: PersonId, { above, upTo }: Span) => {
  const led = school.classes.filter((one) => one.classTeacher === person)
  return db
    .selectFrom('cell')
    .selectAll()
    .where('rev', '>', above)
    .where('rev', '<=', upTo)
    .where((eb) =>
      eb.or([eb('teacher', '=', person), ...led.map((one) => eb('classes', 'like', `%,${one.id},%`))]),
    )
    .orderBy('rev')
}

/** Up to which whole revision an answer goes: all of the span, or less where a page is full. */
const pageEnd = async (db: Database, school: School, person: PersonId, span: Span): Promise<number> => {
  const entries = await ownEntries(db, person, span)
    .limit(pageSize + 1)
    .execute()
  const cells = await ownCells(db, school, person, span)
    .limit(pageSize + 1)
    .execute()
  const ends = [entries, cells]
    .filter((rows) => rows.length > pageSize)
    .map((rows) => {
      const last = rows.at(-1)?.rev ?? span.upTo
      // The last revision may go on beyond the page: stop before it, unless it is all there is.
      return rows[0]?.rev === last ? last : last - 1
    })
  return Math.min(span.upTo, ...ends)
}

export const pull = async (
  db: Database,
  school: School,
  person: PersonId,
  asked: { since: number; incarnation: string },
  said: { now: string; ais: Probe | null },
): Promise<PullAnswer> => {
  const { rev, incarnation } = await readRevision(db)
  const reset = asked.since > rev || (asked.incarnation !== '' && asked.incarnation !== incarnation)
  const above = reset ? 0 : asked.since
  const upTo = await pageEnd(db, school, person, { above, upTo: rev })
  const span = { above, upTo }
  const entries = await ownEntries(db, person, span).execute()
  const cells = await ownCells(db, school, person, span).execute()
  const outages = await db
    .selectFrom('outage')
    .selectAll()
    .where('rev', '>', above)
    .where('rev', '<=', upTo)
    .where((eb) => eb.or([eb('person', 'is', null), eb('person', '=', person)]))
    .execute()
  return {
    serverTime: said.now,
    incarnation,
    protocol: protocolVersion,
    rev: upTo,
    more: upTo < rev,
    reset,
    entries: entries.map(({ id, state, reason }): Verdict => {
      return { id, state, reason: reason as VerdictReason | null }
    }),
    cells: await reportCells(db, cells),
    outages: outages.map((row) => reportOutage(row, school)),
    refVersion: school.version,
    ais: said.ais,
  }
}
