// Lessons that the next lists hold at another hour, unknown to the tablets until they pull.
import type { LessonId } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { dateAt, plusDays, toInstant } from '../../src/domain/time.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'
import type { World } from './world.ts'

const movable: readonly LessonId[] = [algebraFirst, english]

interface Hour {
  date: string
  period: number
}

const withLesson = (school: School, lesson: LessonId, hour: Hour | undefined): School => ({
  ...school,
  changes: [
    ...(school.changes ?? []).filter((one) => one.lesson !== lesson),
    ...(hour ? [{ kind: 'moved' as const, lesson, ...hour }] : []),
  ],
})

/** What holds from now on; before the first lists are followed by others nobody asks, so nothing is noted. */
const noteNewest = ({ memory, hub, now }: World): void => {
  memory.lists.push({ since: now(), school: hub.lists() })
}
export const noteLists = (world: World): void => {
  if (world.memory.lists.length > 0) noteNewest(world)
}

/** The next import, by which everybody is judged from now on. */
export const followLists = async (world: World, next: School): Promise<void> => {
  const { hub, memory } = world
  if (memory.lists.length === 0) memory.lists.push({ since: '', school: hub.lists() })
  await hub.importLists(next)
  noteNewest(world)
}

const minuteMs = 60_000
/** Rings in no other lists than those that ask for it. */
const soonPeriod = 9

/**
 * The lesson is moved to the next minute, and tablets that can hear it do; then it is moved on, and the minute comes. By
 * those tablets' lists alone it has begun.
 */
const moveTwice = async (world: World, lesson: LessonId, today: string, on: Hour): Promise<void> => {
  const { clock, hub, tablets } = world
  const before = hub.lists()
  const soonMs = (Math.floor(clock.now() / minuteMs) + 1) * minuteMs
  const begins = new Date(soonMs + 7 * 60 * minuteMs).toISOString().slice(11, 16)
  const bells = [...before.bells, { shift: 1 as const, period: soonPeriod, begins, ends: '23:59' }]
  await followLists(world, withLesson({ ...before, bells }, lesson, { date: today, period: soonPeriod }))
  for (const tablet of tablets) await tablet.wake()
  await followLists(world, withLesson({ ...hub.lists(), bells: before.bells }, lesson, on))
  clock.set(toInstant(soonMs))
}

/** The simulation begins at noon: the sixth lesson of today is ahead for less than an hour, tomorrow's first for longer. */
export const moveLesson = async (world: World, lesson: LessonId, hour: number): Promise<void> => {
  const { clock, hub } = world
  const today = dateAt(clock.instant(), hub.lists().zone)
  const sixth = { date: today, period: 6 }
  const tomorrow = { date: plusDays(today, 1), period: 1 }
  if (hour === 3) return moveTwice(world, lesson, today, tomorrow)
  return followLists(world, withLesson(hub.lists(), lesson, [undefined, sixth, tomorrow][hour]))
}

/** When the last lesson begins that is still ahead, or null. */
export const lastBeginning = ({ clock, hub }: World): string | null => {
  const ahead = movable
    .flatMap((id) => lessonById(hub.lists(), id)?.begins ?? [])
    .filter((begins) => begins > clock.instant())
  return ahead.sort().at(-1) ?? null
}
