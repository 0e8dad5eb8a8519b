// What a typed paper says that the hub does not have yet, as cells to record.
import type { PaperAnswer, PaperRequest, PaperSheet } from '../../contract/loss-schema.ts'
import { type Cell, type CellKey, cellKey, type LessonId } from '../../domain/cell.ts'
import type { CellReport } from '../../domain/cell-report.ts'
import { paperEntryId } from '../../domain/register/loss.ts'
import { type CellValue, canonical, type Mark } from '../../domain/value.ts'
import { paperWords } from '../messages/screens/losses/paper-sheet.ts'

export type PaperLesson = PaperSheet['lessons'][number]

/** '' where nothing was typed. */
export interface PaperLine {
  attendance: '' | 'present' | 'absent' | 'late' | 'exempt'
  mark: Mark
}
export interface TypedPaper {
  lines: Readonly<Record<string, PaperLine>>
  topic: string
  homework: string
  noHomework: boolean
}
export const emptyLine: PaperLine = { attendance: '', mark: '' }
export const emptyPaper: TypedPaper = { lines: {}, topic: '', homework: '', noHomework: false }

/** Marks of a paper stand under the answers of the lesson; another kind of work is the teacher's to add. */
const work = { workType: 'oralAnswer', n: 1 } as const
const lateMinutes = 5

export const attendanceOf = (code: Exclude<PaperLine['attendance'], ''>): CellValue =>
  code === 'late' ? { code, minutes: lateMinutes } : { code }

const saidBy = (lesson: PaperLesson, paper: TypedPaper): [Cell, CellValue][] => {
  const id = lesson.id
  const lines = lesson.pupils.map((pupil) => ({ pupil: pupil.id, ...(paper.lines[pupil.id] ?? emptyLine) }))
  const marked = lines.filter((line) => line.mark !== '')
  const homework: CellValue | null = paper.noHomework
    ? { none: true }
    : paper.homework.trim() === ''
      ? null
      : { text: paper.homework.trim() }
  return [
    ...lines.flatMap(({ pupil, attendance }): [Cell, CellValue][] =>
      attendance === '' ? [] : [[{ kind: 'attendance', lesson: id, pupil }, attendanceOf(attendance)]],
    ),
    ...(marked.length > 0
      ? [[{ kind: 'work', lesson: id, ...work }, { title: paperWords.answerAtLesson }] as [Cell, CellValue]]
      : []),
    ...marked.map(({ pupil, mark }): [Cell, CellValue] => [
      { kind: 'mark', lesson: id, pupil, ...work },
      { marks: [mark], owed: false },
    ]),
    ...(paper.topic.trim() === ''
      ? []
      : [
          [
            { kind: 'topic', lesson: id },
            { planItem: null, text: paper.topic.trim() },
          ] as [Cell, CellValue],
        ]),
    ...(homework === null ? [] : [[{ kind: 'homework', lesson: id }, homework] as [Cell, CellValue]]),
  ]
}

/** What an entry over the cell would follow: its holders, or all that disagree. */
const followsOf = (cell: CellReport | undefined): string[] => {
  const holders = cell?.candidates.length ? cell.candidates.flatMap((one) => one.entries) : cell?.holders
  return (holders ?? []).map((one) => one.entry)
}

type Told = Pick<PaperAnswer['entries'][number], 'id' | 'state'>

/** The ids of the lines of one sheet. */
export const createLineIds = (newId: () => string) => {
  const ids = new Map<string, string>()
  return {
    idFor: (said: string): string => {
      const id = ids.get(said) ?? newId()
      ids.set(said, id)
      return id
    },
    /**
     * The same value recorded once more is another entry. What the hub has put aside keeps its id: pressed again it must
     * not come twice; and so does what is on its way.
     */
    answered: (told: readonly Told[]): void => {
      const over = new Set(told.filter((one) => one.state !== 'held').map((one) => one.id))
      for (const [said, id] of ids) if (over.has(paperEntryId(id))) ids.delete(said)
    },
  }
}

/** Cells of what the hub did not take. */
export const untakenCells = (
  entries: PaperRequest['entries'],
  told: readonly Told[],
): ReadonlySet<CellKey> => {
  const ids = new Set(
    told.filter((one) => one.state === 'refused' || one.state === 'held').map((one) => one.id),
  )
  return new Set(entries.filter((one) => ids.has(paperEntryId(one.id))).map((one) => cellKey(one.cell)))
}

/** `idFor` gives the same cell and value the same id, so that a form sent twice is one. */
export const paperEntries = (
  lesson: PaperLesson,
  paper: TypedPaper,
  idFor: (said: string) => string,
): PaperRequest['entries'] => {
  const present = new Map(lesson.cells.map((one) => [one.key, one]))
  return saidBy(lesson, paper).flatMap(([cell, value]) => {
    const key = cellKey(cell)
    const there = present.get(key)
    if (there && canonical(there.value) === canonical(value)) return []
    const follows = followsOf(there)
    return [{ id: idFor(`${key} ${canonical(value)}`), cell, value, saw: there?.value ?? null, follows }]
  })
}

/** What is still to be recorded once `sent` was answered: what was typed meanwhile, and what the hub did not take. */
export const leftOf = (
  lesson: LessonId,
  now: TypedPaper,
  sent: TypedPaper,
  isUntaken: (cell: Cell) => boolean,
): TypedPaper => {
  const left = <T>(typed: T, was: T, cell: Cell, none: T): T =>
    typed !== was || isUntaken(cell) ? typed : none
  const lineLeft = (pupil: string, line: PaperLine): PaperLine => {
    const was = sent.lines[pupil] ?? emptyLine
    return {
      attendance: left(line.attendance, was.attendance, { kind: 'attendance', lesson, pupil }, ''),
      mark: left(line.mark, was.mark, { kind: 'mark', lesson, pupil, ...work }, ''),
    }
  }
  const lines = Object.entries(now.lines).map(([pupil, line]) => [pupil, lineLeft(pupil, line)])
  return {
    lines: Object.fromEntries(lines),
    topic: left(now.topic, sent.topic, { kind: 'topic', lesson }, ''),
    homework: left(now.homework, sent.homework, { kind: 'homework', lesson }, ''),
    noHomework: left(now.noHomework, sent.noHomework, { kind: 'homework', lesson }, false),
  }
}
