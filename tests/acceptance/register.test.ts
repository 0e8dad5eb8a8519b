// T14, a complaint from elsewhere (mod_attendance#405): «все присутствуют» over a register that has been begun.
import { expect, it } from 'vitest'
import { presentForBlank } from '../../src/app/lesson/lesson-cells.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import { readCell, readLessonCells } from '../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const school = {
  ...tinySchool,
  enrolments: tinySchool.enrolments.map((stay) => ({ ...stay, schoolClass: '7a', to: null })),
}
const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

it('T14 «Урок отмечен» on a register with three recorded cells, one of them disputed: those three are untouched', async () => {
  const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
  const database = await databases[0]?.open()
  const lesson = lessonById(school, algebraFirst)
  if (!database || !lesson) throw new Error('no database or no lesson')
  const rig = await createHubRig({ db: database.db, clock, school })
  const tabletOf = async (person: string) => {
    const { send } = await rig.signIn(person, person)
    const tablet = await createTablet({ clock, send, person, device: person })
    tablet.engine.start()
    await tablet.rest()
    return tablet
  }
  const [teacher, colleague] = [await tabletOf('algebraist'), await tabletOf('leader')]
  await teacher.write(attendance('p1'), { code: 'absent' })
  await teacher.write(attendance('p2'), { code: 'late', minutes: 5 })
  // Both write p3 before either hears of the other: a disagreement.
  await teacher.write(attendance('p3'), { code: 'absent' })
  await colleague.write(attendance('p3'), { code: 'exempt' })
  await colleague.rest()
  teacher.engine.wake('tap')
  await teacher.rest()

  const views = await readLessonCells(teacher.db, algebraFirst, teacher.log)
  const changes = presentForBlank(views, lesson, school.pupils)
  expect(changes.map((one) => one.cell)).toEqual([attendance('p4')])
  expect((await teacher.journal.record(teacher.author, changes)).kind).toBe('saved')
  teacher.engine.wake('record')
  await teacher.rest()
  const value = async (pupil: string) => (await readCell(teacher.db, attendance(pupil), teacher.log))?.value
  expect(await value('p1')).toEqual({ code: 'absent' })
  expect(await value('p2')).toEqual({ code: 'late', minutes: 5 })
  expect(await value('p4')).toEqual({ code: 'present' })
  const disputed = await readCell(teacher.db, attendance('p3'), teacher.log)
  expect(disputed?.state).toBe('conflict')
  const standing = disputed?.candidates.map((one) => JSON.stringify(one.value)).sort()
  expect(standing).toEqual(['{"code":"absent"}', '{"code":"exempt"}'])
  for (const tablet of [teacher, colleague]) await tablet.close()
  await rig.hub.close()
  await database.drop()
})
