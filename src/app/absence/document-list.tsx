// The documents entered of late, with their terms; one whose days have got new absences is to be applied again.
import { useLiveQuery } from 'dexie-react-hooks'
import { reasonDeadline } from '../../domain/deadline/working-day-deadline.ts'
import type { PupilId, School } from '../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import type { AbsenceReason } from '../../domain/value.ts'
import { readReasonCells } from '../../store/cell-view.ts'
import type { JournalDatabase } from '../../store/database.ts'
import { type KnownAbsence, readAbsences } from '../../store/reading/absences.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useActs, type useAuthor } from '../lesson/use-lesson.ts'
import { absences, documentKindWords } from '../messages/absence-documents.ts'
import { absenceWords } from '../messages/screens/absence.ts'
import { termWords } from '../messages/screens/term-words.ts'
import { shortDate } from '../messages/time.ts'
import { reasonWords } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { reasonChanges, toFill } from './fill-reasons.ts'

type Author = ReturnType<typeof useAuthor>
type WithDocument = AbsenceReason & { document: NonNullable<AbsenceReason['document']> }

interface Listed {
  pupil: PupilId
  value: WithDocument
  /** Absences of its days that still have another reason, or none. */
  left: readonly KnownAbsence[]
}

const shownDays = 30

/** Cells of several days name one document: it is listed once. */
const readDocuments = async (
  db: JournalDatabase,
  school: School,
  { log }: Author,
  today: SchoolDate,
): Promise<Listed[]> => {
  const found = new Map<string, { pupil: PupilId; value: WithDocument }>()
  for (const { cell, value } of await readReasonCells(db, log)) {
    if (cell.kind !== 'absenceReason' || value === null || !('reason' in value) || !value.document) continue
    const { pupil } = cell
    const { document } = value
    if (document.received < plusDays(today, -shownDays)) continue
    found.set(`${pupil} ${JSON.stringify(document)}`, { pupil, value: { ...value, document } })
  }
  return Promise.all(
    [...found.values()].map(async ({ pupil, value }) => ({
      ...{ pupil, value },
      left: toFill(await readAbsences(db, school, log, pupil, value.document), value).filter(
        ({ reason }) => reason?.value === null || reason === null,
      ),
    })),
  )
}

const FillMore = ({ school, listed, onFill }: { school: School; listed: Listed; onFill(): void }) => {
  const { due, amberAt: strict } = reasonDeadline(school, listed.value.document.received)
  const { moment, unsure } = termWords({ due, strict }, school)
  return (
    <>
      <Button onClick={onFill}>{absenceWords.fillMore(absences(listed.left.length), moment)}</Button>
      {unsure && <p>{unsure}</p>}
    </>
  )
}

interface DocumentListProps {
  school: School
  pupils: readonly { id: PupilId; name: string }[]
  today: SchoolDate
  author: Author
}

export const DocumentList = ({ school, pupils, today, author }: DocumentListProps) => {
  const { db } = useRuntime()
  const { act } = useActs(author)
  const listed = useLiveQuery(() => readDocuments(db, school, author, today), [db, school, today])
  const names = new Map(pupils.map((one) => [one.id, one.name]))
  const own = (listed ?? []).filter((one) => names.has(one.pupil))
  if (own.length === 0) return null
  return (
    <DataTable
      caption={absenceWords.listCaption}
      head={[
        absenceWords.pupil,
        absenceWords.document,
        absenceWords.days,
        absenceWords.receivedHead,
        absenceWords.reasonsFilled,
      ]}
      rows={own.map((one) => ({
        key: `${one.pupil} ${JSON.stringify(one.value.document)}`,
        ...(one.left.length > 0 ? { tone: 'warn' as const } : {}),
        cells: [
          names.get(one.pupil),
          `${documentKindWords[one.value.document.kind]}, ${reasonWords[one.value.reason]}`,
          one.value.document.from === one.value.document.to
            ? shortDate(one.value.document.from)
            : `${shortDate(one.value.document.from)} – ${shortDate(one.value.document.to)}`,
          shortDate(one.value.document.received),
          one.left.length === 0 ? (
            absenceWords.all
          ) : (
            <FillMore
              key="fill"
              {...{ school, listed: one }}
              onFill={() =>
                void act(
                  reasonChanges(one.left, one.value),
                  `${names.get(one.pupil)}: ${absences(one.left.length)}`,
                )
              }
            />
          ),
        ],
      }))}
    />
  )
}
