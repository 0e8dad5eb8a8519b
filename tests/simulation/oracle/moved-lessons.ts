// A lesson that the lists moved on: what was recorded of its former hour by lists that did not know is taken, and АИС hears
// of it only once the lesson has begun. Without such lists nothing that happens in a lesson is taken before it.
import { bodyOf, type FactRow, type Facts } from './facts.ts'

/** What a hub had for lists, and since when. */
export interface ListsInForce {
  since: string
  school: Lists
}

/** Of the lists what gives a lesson its hour, and who is on them. */
interface Lists {
  version: number
  staff: readonly { id: string }[]
  timetable: readonly { id: string; period: number }[]
  bells: readonly { period: number; begins: string }[]
  changes?: readonly { kind: string; lesson: string; date?: string; period?: number }[]
}

const inBarnaul = '+07:00'

/** One bell a period rings in the simulated school. */
export const beginsBy = ({ timetable, bells, changes = [] }: Lists, lesson: string): string => {
  const [slot, planned = ''] = lesson.split('@')
  const moved = changes.find((one) => one.kind === 'moved' && one.lesson === lesson)
  const period = moved?.period ?? timetable.find((one) => one.id === slot)?.period
  const bell = bells.find((one) => one.period === period)
  return new Date(`${moved?.date ?? planned}T${bell?.begins}:00${inBarnaul}`).toISOString()
}

/** What can be known in the lesson alone; the rest may be prepared. */
const happens = ['attendance', 'absenceReason', 'mark']
export const happensInLesson = (row: FactRow): boolean => happens.includes(bodyOf(row).cell.kind)

const isAhead = ({ school }: ListsInForce, row: FactRow): boolean =>
  beginsBy(school, bodyOf(row).cell.lesson) > row.received_at

/** How many were taken of a former hour: by the lists that the hub had, the lesson was ahead. */
export const countEarly = ({ rows, lists }: Facts): number =>
  rows.filter((row) => {
    const last = lists.filter((one) => one.since <= row.received_at).at(-1)
    return (
      row.state !== 'refused' && row.person !== 'ais' && happensInLesson(row) && last && isAhead(last, row)
    )
  }).length

/** Refused as too early though the tablet's own lists, as long as any lists of their number, had the lesson begun. */
export const findTurnedAway = ({ rows, lists }: Facts): string[] =>
  rows
    .filter((row) => row.reason === 'lessonNotBegun')
    .filter((row) => !lists.some((one) => one.school.version === bodyOf(row).refVersion && isAhead(one, row)))
    .map((row) => `${row.id} is refused as too early, though by its own lists the lesson had begun`)

/** Taken though neither the hub's lists as it came, nor any from the tablet's own on, had the lesson begun. */
export const findTakenTooEarly = ({ rows, lists, readLate }: Facts): string[] =>
  rows
    .filter((row) => row.person !== 'ais' && happensInLesson(row) && !['refused', 'held'].includes(row.state))
    .filter((row) => {
      const known = lists.filter((one) => one.since <= row.received_at)
      const named = known.filter((one) => one.school.version >= bodyOf(row).refVersion)
      const isEarly = known.length > 0 && [...named, ...known.slice(-1)].every((one) => isAhead(one, row))
      return isEarly && !readLate.has(row.id)
    })
    .map((row) => `${row.id} is taken before its lesson, and no lists had it begun`)

/** АИС is told of no lesson that was not held. */
export const findCarriedTooEarly = ({ aisLog, lists }: Facts): string[] =>
  aisLog
    .filter(({ by, slot, at }) => {
      const [lesson = '', kind = ''] = slot.split('/')
      const last = lists.filter((one) => one.since <= at).at(-1)
      return by !== 'person' && happens.includes(kind) && last && beginsBy(last.school, lesson) > at
    })
    .map((write) => `${write.slot}: «${write.after}» was carried before the lesson has begun`)
