// An independent count of what the board must show, from the story's own account: who recorded and sent what, what the
// stand-in АИС holds in its pages, and the timetable's lists. It shares no code with the board.
import type { TurnedHub } from './turned-hub.ts'
import type { WireTablet } from './wire-tablet.ts'

export interface Met {
  person: string
  lesson: string
  ends: string
  over: boolean
  /** The class whose bells it keeps, and who is in its list on that day. */
  schoolClass: string
  pupils: ReadonlySet<string>
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The school's wall-clock time of an instant: it lies seven hours before Greenwich's. */
const schoolTime = (instant: string) => {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

const isStaying = (one: { from: string; to: string | null }, date: string): boolean =>
  one.from <= date && (one.to === null || date <= one.to)

const classOn = ({ school }: TurnedHub, pupil: string, date: string): string =>
  school.enrolments.find((one) => one.pupil === pupil && isStaying(one, date))?.schoolClass ?? ''

/** Lessons of the lists on a school day that were under way at some moment between two times, and have begun by `now`. */
export const lessonsBegun = (
  { school }: TurnedHub,
  date: string,
  from: string,
  to: string,
  now: string,
): Met[] => {
  const weekday = new Date(date).getUTCDay()
  const at = schoolTime(now)
  const isPast = (time: string): boolean =>
    at.date > date || (at.date === date && minutes(time) <= minutes(at.time))
  return school.timetable.flatMap((slot): Met[] => {
    if (slot.weekday !== weekday) return []
    const assignment = school.assignments.find((one) => one.id === slot.assignment)
    const target = assignment?.target
    const group = target?.kind === 'group' ? school.groups.find((one) => one.id === target.id) : undefined
    const schoolClass = (group ? group.classes[0] : target?.id) ?? ''
    const shift = school.classes.find((one) => one.id === schoolClass)?.shift
    const bell = school.bells.find((one) => one.shift === shift && one.period === slot.period)
    if (!assignment || !bell || !isPast(bell.begins)) return []
    if (minutes(bell.begins) >= minutes(to) || minutes(from) >= minutes(bell.ends)) return []
    const inClass = school.enrolments.filter((one) => one.schoolClass === schoolClass && isStaying(one, date))
    return [
      {
        ...{ person: assignment.teacher, lesson: `${slot.id}@${date}`, ends: `${date}T${bell.ends}` },
        ...{ over: isPast(bell.ends), schoolClass },
        pupils: new Set(group ? group.members : inClass.map((one) => one.pupil)),
      },
    ]
  })
}

/** Those of them that are over. */
export const lessonsBetween = (...asked: Parameters<typeof lessonsBegun>): Met[] =>
  lessonsBegun(...asked).filter((one) => one.over)

export interface Counted {
  recorded: number
  waiting: number
  verified: number
  conflicts: number
  /** As the tablets said when they were last heard. */
  onTablets: number
  missing: number
  silent: string[]
  /** What waits of each teacher, and of each class; '' is what the lists have no place for. */
  waitingOf: Record<string, number>
  waitingIn: Record<string, number>
  /** When the oldest was recorded: of what waits on the hub, and of what tablets said they hold. */
  oldest: { hub: string | null; tablets: string | null }
  /** Lessons that have begun and whose attendance is not complete: how many places of theirs are filled. */
  unmarked: Record<string, number>
  /** Pupils marked absent on a day, by class. */
  absent: Record<string, number>
  /** Lessons of a day by what they lack, п. 2.5, 2.7, 2.8; homework and topics are of the lessons that are over. */
  lacking: { attendance: number; topic: number; homework: number }
}

/** What the story did on purpose: entries that no rule takes, and entries that no list has a place for. */
export interface Odd {
  refused: ReadonlySet<string>
  unplaced: ReadonlySet<string>
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

const tally = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const first = (moments: readonly string[]): string | null => [...moments].sort()[0] ?? null

type Recorded = WireTablet['entries'][number]
const lessonOf = ({ cell }: Recorded): string => ('lesson' in cell ? cell.lesson : '')
const pupilOf = ({ cell }: Recorded): string => ('pupil' in cell ? cell.pupil : '')
const placeOf = (entry: Recorded): string => `${lessonOf(entry)}/${entry.cell.kind}/${pupilOf(entry)}`

/** Places in which two values stand that nobody has chosen between. */
const disputed = (entries: readonly Recorded[]): Set<string> => {
  const values = new Map<string, Set<string>>()
  for (const one of entries) {
    const key = placeOf(one)
    values.set(key, (values.get(key) ?? new Set()).add(JSON.stringify(one.value)))
  }
  return new Set([...values].filter(([, some]) => some.size > 1).map(([key]) => key))
}

/** `carried` are the people who opened a session of АИС: of theirs its pages are read, place by place. */
export const countStory = (
  turned: TurnedHub,
  tablets: readonly WireTablet[],
  begun: readonly Met[],
  carried: ReadonlySet<string>,
  { refused, unplaced }: Odd,
): Counted => {
  const met = begun.filter((one) => one.over)
  const arrivedOf = (tablet: WireTablet) => tablet.entries.slice(0, tablet.entries.length - tablet.unsent())
  const arrived = tablets.flatMap(arrivedOf)
  const taken = arrived.filter((one) => !refused.has(one.id))
  const placed = taken.filter((one) => !unplaced.has(one.id))
  const there = new Set(placed.map(lessonOf))
  const missing = met.filter((one) => !there.has(one.lesson))
  const isInAis = (entry: Recorded): boolean => {
    if (!carried.has(entry.log.person)) return false
    const pupil = pupilOf(entry)
    const slot = `${lessonOf(entry)}/${entry.cell.kind}${pupil && `/${pupil}`}`
    return (turned.ais.standIn.book.page(lessonOf(entry)).slots[slot] ?? '') === textInAis(entry.value)
  }
  const waits = taken.filter((one) => !isInAis(one))
  const dateOf = (id: string): string => id.slice(id.lastIndexOf('@') + 1)
  const classOf = (entry: Recorded): string => {
    if (unplaced.has(entry.id)) return ''
    const own = begun.find((one) => one.lesson === lessonOf(entry))?.schoolClass ?? '?'
    return pupilOf(entry) === '' ? own : classOn(turned, pupilOf(entry), dateOf(lessonOf(entry)))
  }
  const filled = (lesson: string): number =>
    new Set(placed.filter((one) => one.cell.kind === 'attendance' && lessonOf(one) === lesson).map(pupilOf))
      .size
  const unmarked = begun.filter((one) => filled(one.lesson) < one.pupils.size)
  const has = (lesson: string, kind: string): boolean =>
    placed.some((one) => one.cell.kind === kind && lessonOf(one) === lesson)
  const absent = new Set(
    placed
      .filter((one) => textInAis(one.value) === 'ОТ')
      .map((one) => `${classOn(turned, pupilOf(one), dateOf(lessonOf(one)))} ${pupilOf(one)}`),
  )
  return {
    recorded: arrived.length,
    ...{ verified: taken.length - waits.length, waiting: waits.length },
    conflicts: disputed(placed).size,
    onTablets: tablets.reduce((sum, one) => sum + one.saidUnsent(), 0),
    missing: missing.length,
    silent: [...silentOf(tablets, missing, Date.parse(turned.clock.instant()))].sort(),
    waitingOf: {
      ...Object.fromEntries(tablets.map((one) => [one.person, 0])),
      ...tally(waits.map((one) => one.log.person)),
    },
    waitingIn: tally(waits.map(classOf)),
    oldest: {
      hub: first(waits.map((one) => one.recordedAt)),
      tablets: first(tablets.flatMap((one) => one.saidOldest() ?? [])),
    },
    unmarked: Object.fromEntries(unmarked.map((one) => [one.lesson, filled(one.lesson)])),
    absent: tally([...absent].map((one) => one.slice(0, one.indexOf(' ')))),
    lacking: {
      attendance: unmarked.filter((one) => one.over).length,
      topic: met.filter((one) => !has(one.lesson, 'topic')).length,
      homework: met.filter((one) => !has(one.lesson, 'homework')).length,
    },
  }
}
