// п. 4.3: a teacher keeps own lessons alone: a foreign one is refused by the hub, and no tablet but its own holds it.
// requirement: R4; screen: Сегодня, Урок
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { mayRead, mayWrite, settling } from '../../src/domain/role.ts'
import { readReference } from '../../src/store/reference.ts'
import { algebraFirst, english, history, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet } from '../sync/tablet.ts'

const attendance = (lesson: string, pupil = 'p2'): Cell => ({ kind: 'attendance', lesson, pupil })
const termMark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p2' }

describe('п. 2.3, 4.3, R4: which lessons are a teacher’s own', () => {
  it.each<[string, string, Cell, string]>([
    ['own lessons', 'algebraist', attendance(algebraFirst), 'subjectTeacher'],
    ['no lesson of a colleague', 'algebraist', attendance(english), 'foreignLesson'],
    ['no foreign class', 'algebraist', attendance(history, 'p4'), 'foreignLesson'],
    ['no final mark of another subject', 'stranger', termMark, 'foreignLesson'],
    ['no lesson that the timetable lacks', 'algebraist', attendance('s1@2026-11-25'), 'lessonUnknown'],
  ])('records: %s', (_, person, cell, outcome) => {
    const permission = mayWrite(tinySchool, person, cell)
    expect(permission.ok ? permission.role : permission.refusal).toBe(outcome)
  })

  it.each<[string, Cell, boolean, string]>([
    ['an own lesson', attendance(algebraFirst), true, 'any'],
    ['a foreign class not', attendance(history, 'p4'), false, 'none'],
  ])('reads and settles: %s', (_, cell, may, how) => {
    expect(mayRead(tinySchool, 'algebraist', cell)).toBe(may)
    expect(settling(tinySchool, 'algebraist', cell)).toBe(how)
  })

  const school = { ...tinySchool, substitutions: [{ lesson: algebraFirst, teacher: 'stranger' }] }
  it.each<[string, string, string, boolean]>([
    ['a substitute records the lesson of that date', 'stranger', algebraFirst, true],
    ['the absent teacher does not', 'algebraist', algebraFirst, false],
    ['and a week later it is closed to the substitute', 'stranger', 's1@2026-12-01', false],
  ])('%s', (_, person, lesson, may) => {
    expect(mayWrite(school, person, attendance(lesson)).ok).toBe(may)
  })
})

describe.each(databases)('п. 2.3, 4.3, R4: a lesson of another class, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    closing.push(database.drop, rig.hub.close)
    const tabletOf = async (person: string) => {
      const { send } = await rig.signIn(person, person)
      const tablet = await createTablet({ clock: rig.clock, send, person, device: person })
      closing.push(tablet.close)
      tablet.engine.start()
      await tablet.rest()
      return tablet
    }
    return { db: rig.db, own: await tabletOf('stranger'), foreign: await tabletOf('algebraist') }
  }
  const cell = { kind: 'attendance', lesson: history, pupil: 'p4' } as const

  it.skipIf(skip)(
    'is not on the tablet: no lesson, no class, no pupil, nothing of what was recorded',
    async () => {
      const { own, foreign } = await start()
      await own.write(cell, { code: 'absent' })
      await own.rest()
      for (const tablet of [own, foreign]) {
        tablet.engine.wake('online')
        await tablet.rest()
      }
      const lists = await readReference(foreign.db)
      if (!lists) throw new Error('no lists came')
      expect(lists.classes.map((one) => one.id)).toEqual(['7a'])
      expect(lists.pupils.map((one) => one.id)).not.toContain('p4')
      expect(lessonsOn(lists, tuesday).map((one) => one.id)).not.toContain(history)
      expect([await own.db.cell.count(), await foreign.db.cell.count()]).toEqual([1, 0])
    },
  )

  it.skipIf(skip)(
    'is refused by the hub when a tablet sends it all the same, and the own teacher’s stands',
    async () => {
      const { db, own, foreign } = await start()
      await own.write(cell, { code: 'absent' })
      await own.rest()
      await foreign.write(cell, { code: 'present' })
      await foreign.rest()
      const rows = await db
        .selectFrom('entry')
        .select(['person', 'state', 'reason'])
        .orderBy('person')
        .execute()
      expect(rows).toEqual([
        { person: 'algebraist', state: 'refused', reason: 'foreignLesson' },
        { person: 'stranger', state: 'accepted', reason: null },
      ])
      const held = await db.selectFrom('cell').select('value').execute()
      expect(held.map((one) => JSON.parse(one.value ?? 'null'))).toEqual([{ code: 'absent' }])
    },
  )
})
