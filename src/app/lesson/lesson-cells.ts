// The cells of one lesson as the screen needs them: which there are, what they show, how a tap changes them.
import { type Cell, cellKey, type WorkRef } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { type Attendance, type CellValue, type MarkValue, sameValue } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import type { Seen } from '../../store/database.ts'
import type { CellChange } from '../../store/journal.ts'
import { workTitles } from '../messages/values.ts'

export type CellViews = ReadonlyMap<string, CellView>

export const viewOf = (views: CellViews, cell: Cell): CellView | undefined => views.get(cellKey(cell))
export const valueIn = (views: CellViews, cell: Cell): CellValue | null => viewOf(views, cell)?.value ?? null

/** What a field for typing shows of a cell: the text, whoever typed it and wherever. */
export const typedIn = (value: CellValue | null): string => {
  if (value === null) return ''
  if ('aisText' in value) return value.aisText
  return 'text' in value ? value.text : ''
}

/** What the screen shows of a cell. */
export const seenIn = (views: CellViews, cell: Cell): Seen => {
  const view = viewOf(views, cell)
  return { saw: view?.value ?? null, follows: view?.follows ?? [] }
}

/** A change of a cell from what the screen shows of it. */
export const changeOf = (views: CellViews, cell: Cell, value: CellValue | null): CellChange => ({
  ...{ cell, value },
  ...seenIn(views, cell),
})

export const workKey = (work: WorkRef): string => `${work.workType}.${work.n}`

const typeOrder = Object.keys(workTitles)

/**
 * Works of the lesson, in the same order in every view and whatever has been sent of them; an oral answer is always
 * offered, and is no entry until a mark needs it.
 */
export const worksOf = (views: CellViews): WorkRef[] => {
  const works = new Map<string, WorkRef>([['oralAnswer.1', { workType: 'oralAnswer', n: 1 }]])
  for (const { cell, value } of views.values()) {
    if (value !== null && (cell.kind === 'work' || cell.kind === 'mark')) {
      const { workType, n } = cell
      works.set(workKey(cell), { workType, n })
    }
  }
  const orderOf = ({ workType }: WorkRef): number => typeOrder.indexOf(workType)
  return [...works.values()].sort((a, b) => orderOf(a) - orderOf(b) || a.n - b.n)
}

/** The first free number of a type, so that two works of one type stand apart. */
export const nextWork = (views: CellViews, workType: WorkRef['workType']): WorkRef => {
  let n = 1
  while (workIsReal(views, { workType, n })) n += 1
  return { workType, n }
}

/** What takes a work away: its own cell, then every mark under it. Empty for one that nobody has recorded. */
export const withoutWork = (views: CellViews, { workType, n }: WorkRef): CellChange[] =>
  [...views.values()]
    .filter(
      ({ cell, value }) =>
        value !== null &&
        (cell.kind === 'work' || cell.kind === 'mark') &&
        cell.workType === workType &&
        cell.n === n,
    )
    .map(({ cell }) => changeOf(views, cell, null))
    .sort((a, b) => Number(b.cell.kind === 'work') - Number(a.cell.kind === 'work'))

const workIsReal = (views: CellViews, work: WorkRef): boolean =>
  [...views.values()].some(
    ({ cell, value }) =>
      value !== null &&
      (cell.kind === 'work' || cell.kind === 'mark') &&
      cell.workType === work.workType &&
      cell.n === work.n,
  )

/** A mark belongs to a work: the first mark of one brings the work with it, in the same act. */
export const withWork = (
  views: CellViews,
  lesson: Lesson,
  { workType, n }: WorkRef,
  change: CellChange,
): CellChange[] => {
  const cell: Cell = { kind: 'work', lesson: lesson.id, workType, n }
  if (change.value === null || valueIn(views, cell) !== null) return [change]
  return [changeOf(views, cell, { title: workTitles[workType] }), change]
}

/** What puts a value into a cell: nothing where it stands there already, undisputed; a mark brings its work. */
export const puttingInto = (
  views: CellViews,
  lesson: Lesson,
  cell: Cell,
  value: CellValue | null,
): CellChange[] => {
  const view = viewOf(views, cell)
  if (view?.state !== 'conflict' && sameValue(view?.value ?? null, value)) return []
  const change = changeOf(views, cell, value)
  return cell.kind === 'mark' ? withWork(views, lesson, cell, change) : [change]
}

/**
 * What an act has seen of a cell that showed `shown` when the person decided, and has its turn only now: their own word
 * that has not left the tablet; anything else they have seen only as it was shown.
 */
export const seenInTurn = (fresh: CellViews, cell: Cell, shown: Seen): Seen =>
  viewOf(fresh, cell)?.state === 'queued' ? seenIn(fresh, cell) : shown

/** What puts a value into a cell by an act that has waited for its turn: it replaces nothing unseen. */
export const puttingInTurn = (
  fresh: CellViews,
  lesson: Lesson,
  cell: Cell,
  value: CellValue | null,
  shown: Seen,
): CellChange[] => {
  const seen = seenInTurn(fresh, cell, shown)
  return puttingInto(fresh, lesson, cell, value).map((one) => (one.cell === cell ? { ...one, ...seen } : one))
}

export const attendanceCell = (lesson: Lesson, pupil: string): Cell => ({
  kind: 'attendance',
  lesson: lesson.id,
  pupil,
})

/** Null for a blank cell, and for a text of АИС: what it means nobody here can say. */
export const attendanceOf = (views: CellViews, lesson: Lesson, pupil: string): Attendance | null => {
  const value = valueIn(views, attendanceCell(lesson, pupil))
  return value !== null && 'code' in value ? value : null
}

export const markOf = (
  views: CellViews,
  lesson: Lesson,
  pupil: string,
  { workType, n }: WorkRef,
): MarkValue | null =>
  valueIn(views, { kind: 'mark', lesson: lesson.id, pupil, workType, n }) as MarkValue | null

/** What «Урок отмечен» writes: `present` into each blank cell, never over anything. */
export const presentForBlank = (
  views: CellViews,
  lesson: Lesson,
  pupils: readonly { id: string }[],
): CellChange[] =>
  pupils
    .map(({ id }) => attendanceCell(lesson, id))
    .filter((cell) => valueIn(views, cell) === null && viewOf(views, cell)?.state !== 'conflict')
    .map((cell) => changeOf(views, cell, { code: 'present' }))
