// What a tablet's linter knows: a document that stands in another day's reason asks for this day's too (п. 2.9).
import { expect, it } from 'vitest'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { readLintFacts } from '../../src/store/reading/lint-facts.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { at, lessonOf } from '../regulation/recorded.ts'
import { createMemoryDevice } from './memory-device.ts'

const school: School = {
  ...tinySchool,
  timetable: [...tinySchool.timetable, { id: 'mo', weekday: 1, period: 1, assignment: 'alg7a' }],
}
const lesson = lessonOf(algebraFirst, school)
const absence = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' } as const

it.each<[string, string, string, string[]]>([
  ['a document of the week, in Monday’s reason', 'mo@2026-11-23', '2026-11-27', ['2.9 missing by leader']],
  ['one that ends before this day asks for nothing', 'mo@2026-11-23', '2026-11-23', []],
  ['one in the reason of a week before', 's4@2026-11-17', '2026-11-27', ['2.9 missing by leader']],
])('%s', async (_, reasonIn, to, told) => {
  const { db, write, log } = createMemoryDevice()
  await write(absence, { code: 'absent' })
  const document = { kind: 'medical', received: '2026-11-25', from: reasonIn.slice(-10), to } as const
  await write({ kind: 'absenceReason', lesson: reasonIn, pupil: 'p1' }, { reason: 'illness', document })
  const facts = await readLintFacts(db, school, [lesson], log)
  const found = lintLesson(school, lesson, { ...facts, outages: [], now: at('30.11 12:00') })
  expect(
    found
      .filter((one) => one.what === 'absenceReason')
      .map(({ clause, problem, person }) => `${clause} ${problem.kind} by ${person}`),
  ).toEqual(told)
})

it('reads nothing of other days where nobody was absent', async () => {
  const { db, write, log } = createMemoryDevice()
  await write(absence, { code: 'present' })
  const document = { kind: 'medical', received: '2026-11-25', from: '2026-11-23', to: '2026-11-27' } as const
  await write(
    { kind: 'absenceReason', lesson: 'mo@2026-11-23', pupil: 'p1' },
    { reason: 'illness', document },
  )
  expect((await readLintFacts(db, school, [lesson], log)).documents).toEqual([])
})
