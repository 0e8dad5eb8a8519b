// Edits of the timetable from a day on: what stood before stays, so past lessons keep their place and their entries.
import { v7 } from 'uuid'
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import type { School, TeachingAssignment, TimetableSlot } from '../../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../../domain/time.ts'

const slotRow = ({ id, weekday, period, assignment, from, to }: TimetableSlot) => ({
  ...{ id, weekday: String(weekday), period: String(period), assignment },
  ...{ from: from ?? '', to: to ?? '' },
})

/** Substitutions and changes of lessons that the place will no longer have. */
const emptied = (school: School, slot: TimetableSlot, from: SchoolDate): ListEdit[] => {
  const gone = (lesson: string): boolean => {
    const at = lesson.lastIndexOf('@')
    return lesson.slice(0, at) === slot.id && lesson.slice(at + 1) >= from
  }
  return [
    ...school.substitutions
      .filter((one) => gone(one.lesson))
      .map(({ lesson }): ListEdit => ({ list: 'substitutions', remove: { lesson } })),
    ...(school.changes ?? [])
      .filter((one) => gone(one.lesson) || (one.kind === 'merged' && gone(one.into)))
      .map(({ lesson }): ListEdit => ({ list: 'changes', remove: { lesson } })),
  ]
}

/** `from` is the first day without it. */
export const endSlot = (school: School, slot: TimetableSlot, from: SchoolDate): ListEdit[] => {
  const neverStood = slot.from !== undefined && slot.from >= from
  const last = plusDays(from, -1)
  return [
    ...emptied(school, slot, from),
    {
      ...{ list: 'timetable', remove: { id: slot.id } },
      ...(neverStood ? {} : { add: slotRow({ ...slot, to: last }) }),
    },
  ]
}

export const addSlot = (place: Omit<TimetableSlot, 'id'>): ListEdit => ({
  list: 'timetable',
  add: slotRow({ ...place, id: v7() }),
})

/** Those that stand on the day or later. */
export const slotsFrom = (school: School, assignment: string, from: SchoolDate): TimetableSlot[] =>
  school.timetable.filter(
    (slot) => slot.assignment === assignment && (slot.to === undefined || slot.to >= from),
  )

/** Another teacher takes the subject over from a day on; what was taught before stays with who taught it. */
export const handOver = (
  school: School,
  assignment: TeachingAssignment,
  teacher: string,
  from: SchoolDate,
): ListEdit[] => {
  const id = v7()
  const { subject, target } = assignment
  const slots = slotsFrom(school, assignment.id, from)
  return [
    {
      list: 'assignments',
      add: { id, teacher, subject, targetKind: target.kind, target: target.id },
    },
    ...slots.flatMap((slot) => endSlot(school, slot, from)),
    ...slots.map((slot) =>
      addSlot({
        ...{ weekday: slot.weekday, period: slot.period, assignment: id },
        from: slot.from !== undefined && slot.from > from ? slot.from : from,
        ...(slot.to === undefined ? {} : { to: slot.to }),
      }),
    ),
  ]
}
