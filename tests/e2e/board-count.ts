// An independent count of what the board must show, from the story's own account: who recorded and sent what, what the
// stand-in АИС holds in its pages, and the timetable's lists. It shares no code with the board.
import type { TurnedHub } from './turned-hub.ts'
import type { WireTablet } from './wire-tablet.ts'

export interface Met {
  person: string
  lesson: string
  ends: string
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The school's wall-clock time of an instant: it lies seven hours before Greenwich's. */
const schoolTime = (instant: string) => {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

/** Lessons of the lists on a school day that were under way at some moment between two times, and are over at `now`. */
export const lessonsBetween = (
  { school }: TurnedHub,
  date: string,
  from: string,
  to: string,
  now: string,
): Met[] => {
  const weekday = new Date(date).getUTCDay()
  const at = schoolTime(now)
  return school.timetable.flatMap((slot) => {
    if (slot.weekday !== weekday) return []
    const assignment = school.assignments.find((one) => one.id === slot.assignment)
    const target = assignment?.target
    const classId =
      target?.kind === 'group' ? school.groups.find((one) => one.id === target.id)?.classes[0] : target?.id
    const shift = school.classes.find((one) => one.id === classId)?.shift
    const bell = school.bells.find((one) => one.shift === shift && one.period === slot.period)
    if (!assignment || !bell) return []
    const met = minutes(bell.begins) < minutes(to) && minutes(from) < minutes(bell.ends)
    const over = at.date > date || (at.date === date && minutes(bell.ends) <= minutes(at.time))
    return met && over
      ? [{ person: assignment.teacher, lesson: `${slot.id}@${date}`, ends: `${date}T${bell.ends}` }]
      : []
  })
}

export interface Counted {
  recorded: number
  waiting: number
  verified: number
  /** As the tablets said when they were last heard. */
  onTablets: number
  missing: number
  silent: string[]
  /** What waits of each teacher. */
  waitingOf: Record<string, number>
}

/** What АИС must hold of an entry, as a person reads its page; presence is an empty place there. */
const textInAis = (value: unknown): string => {
  const { code } = value as { code?: string }
  if (code === 'present') return ''
  return code === 'absent' ? 'ОТ' : 'не задано'
}

const silentOf = (tablets: readonly WireTablet[], missing: readonly Met[], now: number): Set<string> => {
  const heard = (person: string) => tablets.find((one) => one.person === person)?.lastWord() ?? null
  const silent = new Set<string>()
  for (const { person, ends } of missing) {
    const word = heard(person)
    if (word === null || Date.parse(word) < Date.parse(`${ends}:00+07:00`)) silent.add(person)
  }
  for (const tablet of tablets) {
    const word = tablet.lastWord()
    const hourAgo = word !== null && now - Date.parse(word) >= 3_600_000
    if (tablet.saidUnsent() > 0 && hourAgo) silent.add(tablet.person)
  }
  return silent
}

/** `carried` are the people who opened a session of АИС: of theirs its pages are read, place by place. */
export const countStory = (
  turned: TurnedHub,
  tablets: readonly WireTablet[],
  met: readonly Met[],
  carried: ReadonlySet<string>,
): Counted => {
  const arrivedOf = (tablet: WireTablet) => tablet.entries.slice(0, tablet.entries.length - tablet.unsent())
  const arrived = tablets.flatMap(arrivedOf)
  const lessonOf = (entry: (typeof arrived)[number]) => ('lesson' in entry.cell ? entry.cell.lesson : '')
  const there = new Set(arrived.map(lessonOf))
  const missing = met.filter((one) => !there.has(one.lesson))
  const isInAis = (entry: (typeof arrived)[number]): boolean => {
    if (!carried.has(entry.log.person)) return false
    const pupil = 'pupil' in entry.cell ? `/${entry.cell.pupil}` : ''
    const slot = `${lessonOf(entry)}/${entry.cell.kind}${pupil}`
    return (turned.ais.standIn.book.page(lessonOf(entry)).slots[slot] ?? '') === textInAis(entry.value)
  }
  const waitingOf: Record<string, number> = {}
  for (const tablet of tablets)
    waitingOf[tablet.person] = arrivedOf(tablet).filter((one) => !isInAis(one)).length
  const verified = arrived.filter(isInAis).length
  return {
    recorded: arrived.length,
    ...{ verified, waiting: arrived.length - verified },
    onTablets: tablets.reduce((sum, one) => sum + one.saidUnsent(), 0),
    missing: missing.length,
    silent: [...silentOf(tablets, missing, Date.parse(turned.clock.instant()))].sort(),
    waitingOf,
  }
}
