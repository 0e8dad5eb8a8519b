// Who teaches what to whom in the made-up school: courses, groups and class teachers.
import {
  algebraTeacher,
  classes,
  englishTeacher,
  hoursOf,
  type MadeUpClass,
  staffed,
} from './made-up-curriculum.ts'

export interface MadeUpAssignment {
  id: string
  teacher: string
  subject: string
  target: { kind: 'class' | 'group'; id: string }
}

/** What a class does at one time: a lesson, or two groups side by side. */
export interface Course {
  schoolClass: MadeUpClass
  subject: string
  hours: number
  assignments: readonly MadeUpAssignment[]
}

// The people of the demo keep their classes whatever the shares of the others come to.
const fixed = new Set([
  '7a algebra',
  '7b algebra',
  '8a algebra',
  '9a algebra',
  '7a geometry',
  '7b geometry',
  '7a english',
])

/** A teacher, or the two who take the halves of a class at once. */
interface Seat {
  teachers: readonly string[]
  load: number
}

const leastBusy = (seats: readonly Seat[]): Seat => {
  const [first, ...others] = seats
  if (!first) throw new Error('A department without teachers')
  return others.reduce((least, one) => (one.load < least.load ? one : least), first)
}

/** All courses: what is fixed goes to the first of a department, the rest to whoever has the least. */
export const madeUpCourses = (): readonly Course[] =>
  staffed.flatMap(({ ids, subjects: taught, halves }) => {
    const size = halves === undefined ? 1 : 2
    const seats = ids.flatMap((_, n): Seat[] =>
      n % size === 0 ? [{ teachers: ids.slice(n, n + size), load: 0 }] : [],
    )
    const course = (schoolClass: MadeUpClass, subject: string, seat: readonly string[]): Course => {
      const id = `${schoolClass.id}-${subject}`
      const assignments = seat.map((teacher, n): MadeUpAssignment => {
        if (halves === undefined)
          return { id, teacher, subject, target: { kind: 'class', id: schoolClass.id } }
        return { id: `${id}-${n + 1}`, teacher, subject, target: { kind: 'group', id: `${id}-${n + 1}` } }
      })
      return { schoolClass, subject, hours: hoursOf(subject, schoolClass.parallel), assignments }
    }
    const share = (isFixed: boolean): Course[] =>
      classes.flatMap((schoolClass) => {
        const mine = taught.filter(
          (one) =>
            hoursOf(one, schoolClass.parallel) > 0 && fixed.has(`${schoolClass.id} ${one}`) === isFixed,
        )
        // One teacher leads a class through all subjects of the department.
        const seat = leastBusy(isFixed ? seats.slice(0, 1) : seats)
        for (const one of mine) seat.load += hoursOf(one, schoolClass.parallel)
        return mine.map((one) => course(schoolClass, one, seat.teachers))
      })
    return [...share(true), ...share(false)]
  })

export interface MadeUpGroup {
  id: string
  name: string
  subject: string
  classes: string
}

/** «7А/1» and «7А/2» for English; other halves say their subject, so that no two groups are called alike. */
export const groupsOf = (courses: readonly Course[]): readonly MadeUpGroup[] =>
  courses.flatMap(({ schoolClass, subject, assignments }) => {
    const suffix = staffed.find((one) => one.subjects.includes(subject))?.halves
    if (suffix === undefined) return []
    return assignments.map(({ target }, n) => ({
      id: target.id,
      name: `${schoolClass.name}/${n + 1}${suffix}`,
      subject,
      classes: schoolClass.id,
    }))
  })

/** A class teacher teaches the own class and leads no other. */
export const classTeachersOf = (courses: readonly Course[]): ReadonlyMap<string, string> => {
  const leaders = new Map<string, string>([['7a', englishTeacher]])
  const taken = new Set<string>([englishTeacher, algebraTeacher])
  for (const { id } of classes.filter((one) => !leaders.has(one.id))) {
    const teaching = courses.filter((one) => one.schoolClass.id === id).flatMap((one) => one.assignments)
    const leader = teaching.find((one) => !taken.has(one.teacher))
    if (!leader) throw new Error(`No class teacher left for ${id}`)
    leaders.set(id, leader.teacher)
    taken.add(leader.teacher)
  }
  return leaders
}
