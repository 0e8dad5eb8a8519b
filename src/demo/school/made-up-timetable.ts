// Places the courses of the made-up school into a week, so that nobody is in two places at once.
import type { Course } from './made-up-courses.ts'
import type { MadeUpClass } from './made-up-curriculum.ts'
import { pick, type Random } from './made-up-names.ts'

export interface PlacedLesson {
  course: Course
  weekday: number
  period: number
}

interface Place {
  weekday: number
  period: number
}

/** One weekly hour of a course; `moved` grows each time it is pushed out. */
interface Hour {
  course: Course
  /** All hours of the course, this one too. */
  family: readonly Hour[]
  place: Place | null
  moved: number
}

const weekdays = [1, 2, 3, 4, 5]

/** Five lessons a day without gaps, and a sixth on as many days as the hours ask for. */
const placesOf = (hours: number, turn: number): readonly Place[] =>
  weekdays.flatMap((weekday) => {
    // The long days differ by class, or Monday's sixth period would hold the whole school.
    const long = (weekday * 2 + turn) % 5 < hours - 25
    return Array.from({ length: long ? 6 : 5 }, (_, n) => ({ weekday, period: n + 1 }))
  })

const timeKey = (who: string, { shift }: MadeUpClass, { weekday, period }: Place): string =>
  `${who}:${shift}:${weekday}:${period}`

/**
 * Hardest hours first; an hour without a free place takes the cheapest one and pushes out who is there.
 * The price grows with each push, so that two hours don't push each other out for ever.
 * The shifts don't overlap in time as long as the first one keeps to six periods.
 */
export const madeUpTimetable = (courses: readonly Course[], random: Random): readonly PlacedLesson[] => {
  const loads = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const { schoolClass, assignments, hours } of courses) {
    totals.set(schoolClass.id, (totals.get(schoolClass.id) ?? 0) + hours)
    for (const { teacher } of assignments) loads.set(teacher, (loads.get(teacher) ?? 0) + hours)
  }
  const places = new Map([...totals].map(([id, hours], turn) => [id, placesOf(hours, turn)]))

  const keysOf = ({ course }: Hour, place: Place): string[] =>
    [course.schoolClass.id, ...course.assignments.map((one) => one.teacher)].map((who) =>
      timeKey(who, course.schoolClass, place),
    )
  const difficulty = ({ course }: Hour): number =>
    course.assignments.reduce((sum, one) => sum + (loads.get(one.teacher) ?? 0), course.hours)

  const hours = courses.flatMap((course) => {
    const family: Hour[] = []
    while (family.length < course.hours) family.push({ course, family, place: null, moved: 0 })
    return family
  })
  const busy = new Map<string, Hour>()

  /** Who has to leave for an hour to stand at a place: same class, same teacher, or same course that day. */
  const inTheWay = (hour: Hour, place: Place): Set<Hour> => {
    const others = keysOf(hour, place).flatMap((key) => busy.get(key) ?? [])
    const sameDay = hour.family.filter((one) => one.place?.weekday === place.weekday)
    return new Set([...others, ...sameDay])
  }
  const leave = (hour: Hour): void => {
    if (hour.place) for (const key of keysOf(hour, hour.place)) busy.delete(key)
    hour.place = null
    hour.moved += 1
  }

  const waiting = hours.toSorted((a, b) => difficulty(a) - difficulty(b))
  for (let tries = 0; waiting.length > 0; tries += 1) {
    if (tries > 100_000) throw new Error('The made-up timetable does not fit')
    const hour = waiting.pop()
    if (!hour) break
    let cheapest = Number.POSITIVE_INFINITY
    let best: Place[] = []
    for (const place of places.get(hour.course.schoolClass.id) ?? []) {
      const price = [...inTheWay(hour, place)].reduce((sum, one) => sum + 1 + one.moved, 0)
      if (price < cheapest) best = []
      if (price <= cheapest) best.push(place)
      cheapest = Math.min(cheapest, price)
    }
    const place = pick(random, best)
    for (const other of inTheWay(hour, place)) {
      leave(other)
      waiting.push(other)
    }
    hour.place = place
    for (const key of keysOf(hour, place)) busy.set(key, hour)
  }
  return hours.flatMap(({ course, place }) => (place ? [{ course, ...place }] : []))
}
