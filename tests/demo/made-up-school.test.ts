// The made-up school is as large and as tangled as a real one, and comes in by the importer every school uses.
import { describe, expect, it } from 'vitest'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { demoPeople, madeUpSchool } from '../../src/demo/school/made-up-school.ts'
import { type Lesson, lessonsOn, planItemOf, pupilsOf } from '../../src/domain/lesson.ts'
import type { Position } from '../../src/domain/school.ts'
import { plusDays } from '../../src/domain/time.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'

const built = buildSchool(prepareDemoSchool('2026-11-23T02:00:00.000Z'))
if (!built.ok) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
const { school, logins } = built
const week = [0, 1, 2, 3, 4].map((day) => plusDays('2026-11-23', day))

describe('the made-up school', () => {
  it('has 30 classes, 810 pupils, 60 teachers, a head, two deputies and about 795 class-hours a week', () => {
    expect([school.classes.length, school.pupils.length]).toEqual([30, 810])
    const having = (position: Position) =>
      school.staff.filter((one) => one.positions.includes(position)).length
    expect([having('teacher'), having('head'), having('deputyHead')]).toEqual([60, 1, 2])
    expect(school.staff).toHaveLength(63)
    const hours = new Set(
      week.flatMap((date) =>
        lessonsOn(school, date).flatMap((lesson) => lesson.classes.map((id) => `${id} ${lesson.begins}`)),
      ),
    )
    expect(hours.size).toBe(795)
  })

  it('is the same each time it is made', () => {
    expect(prepareDemoSchool('2026-11-23T02:00:00.000Z')).toEqual(
      prepareDemoSchool('2026-11-27T02:00:00.000Z'),
    )
    expect(madeUpSchool({ today: '2026-11-24' })).toEqual(madeUpSchool({ today: '2026-11-24' }))
  })

  it('puts no teacher and no pupil in two places at once', () => {
    const seen = new Set<string>()
    const twice: string[] = []
    for (const lesson of week.flatMap((date) => lessonsOn(school, date))) {
      for (const one of [lesson.teacher, ...pupilsOf(school, lesson)]) {
        const place = `${one} ${lesson.begins}`
        if (seen.has(place)) twice.push(place)
        seen.add(place)
      }
    }
    expect(twice).toEqual([])
  })

  it('lets no teacher’s lessons overlap, though the shifts do', () => {
    const lessons = week.flatMap((date) => lessonsOn(school, date))
    const overlapping = lessons.filter((one) =>
      lessons.some(
        (other) =>
          other !== one &&
          other.teacher === one.teacher &&
          other.begins <= one.begins &&
          one.begins < other.ends,
      ),
    )
    expect(overlapping).toEqual([])
  })

  it('gives a class two lessons at once only as two groups of one subject', () => {
    const hours = new Map<string, Lesson[]>()
    for (const lesson of week.flatMap((date) => lessonsOn(school, date))) {
      for (const id of lesson.classes) {
        const hour = `${id} ${lesson.begins}`
        hours.set(hour, [...(hours.get(hour) ?? []), lesson])
      }
    }
    const shared = [...hours.values()].filter((lessons) => lessons.length > 1)
    expect(shared.length).toBeGreaterThan(0)
    for (const lessons of shared) {
      expect(lessons.map((one) => one.target.kind)).toEqual(['group', 'group'])
      expect(new Set(lessons.map((one) => one.subject)).size).toBe(1)
    }
  })

  it('gives 7А a lesson of Рябинина with its item of the plan on every weekday', () => {
    const ryabinina = logins.find((one) => one.login === 'ryabinina')?.person
    for (const date of week) {
      const lesson = lessonsOn(school, date).find(
        (one) => one.teacher === ryabinina && one.classes.includes('7a'),
      )
      expect(lesson && planItemOf(school, lesson)?.topic, date).toEqual(expect.any(String))
    }
  })

  it('has namesakes in one class, people without a patronymic, and plans of six subjects', () => {
    const names = school.enrolments
      .filter((stay) => stay.schoolClass === '7a')
      .map((stay) => school.pupils.find((one) => one.id === stay.pupil))
      .map((one) => `${one?.lastName} ${one?.firstName}`)
    expect(names.length - new Set(names).size).toBe(1)
    expect(school.pupils.some((one) => one.middleName === null)).toBe(true)
    expect(new Set(school.plan.map((item) => item.subject)).size).toBeGreaterThanOrEqual(6)
  })

  it('has the people whom the demo names', () => {
    for (const { login, name, role } of demoPeople) {
      const id = logins.find((one) => one.login === login)?.person
      const person = school.staff.find((one) => one.id === id)
      expect(`${person?.lastName} ${person?.firstName} ${person?.middleName}`).toBe(name)
      expect(person?.positions).toEqual([role === 'classTeacher' ? 'teacher' : role])
    }
    const leader = logins.find((one) => one.login === 'kim')?.person
    expect(school.classes.find((one) => one.id === '7a')?.classTeacher).toBe(leader)
  })
})
