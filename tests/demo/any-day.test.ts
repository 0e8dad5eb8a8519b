// The made-up school shows something on any day of the year: whoever starts it on a day off has lessons of a former day.
import { describe, expect, it } from 'vitest'
import { todayWords } from '../../src/app/messages/screens/today/lessons.ts'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { demoPeople } from '../../src/demo/school/made-up-school.ts'
import { welcome } from '../../src/demo/welcome.ts'
import { type Lesson, lastSchoolDay, lessonsOn } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { dateAt, plusDays } from '../../src/domain/time.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'

/** Wall time of the school, which is seven hours ahead all year. */
const at = (local: string): string => new Date(`${local}:00+07:00`).toISOString()

const schoolAt = (now: string): School => {
  const built = buildSchool(prepareDemoSchool(now))
  if (!built.ok) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  return built.school
}

/** The person's lessons that have begun, of the newest day that has any. */
const newestTaught = (school: School, person: string, now: string): readonly Lesson[] => {
  for (let day: string | null = dateAt(now, school.zone); day !== null; ) {
    const begun = lessonsOn(school, day).filter((one) => one.teacher === person && one.begins <= now)
    if (begun.length > 0) return begun
    day = lastSchoolDay(school, plusDays(day, -1))
  }
  return []
}

describe('the made-up school on any day', () => {
  it.each([
    ['a Saturday', '2026-11-28T12:00', '2026-11-27'],
    ['a Sunday', '2026-11-29T12:00', '2026-11-27'],
    ['the last day of the autumn holidays, a public one', '2026-11-04T12:00', '2026-10-23'],
    ['the first of January', '2027-01-01T00:30', '2026-12-29'],
    ['the last day of the winter holidays', '2027-01-10T23:59', '2026-12-29'],
    ['the morning after the winter holidays', '2027-01-11T07:00', '2026-12-29'],
    ['the last day of the spring holidays', '2027-03-30T12:00', '2027-03-19'],
    ['a public holiday in a week', '2027-05-03T12:00', '2027-04-30'],
    ['the day after the last lesson of the year', '2027-05-27T12:00', '2027-05-26'],
    ['midsummer', '2027-07-15T12:00', '2027-05-26'],
    ['the last day of summer', '2027-08-31T23:59', '2027-05-26'],
    ['the first of September, a Saturday', '2029-09-01T12:00', '2029-05-25'],
    ['the Sunday before the first school day', '2030-09-01T12:00', '2030-05-24'],
  ])('has no lesson on %s and names the last day with lessons', (_, local, last) => {
    const now = at(local)
    const school = schoolAt(now)
    const today = dateAt(now, school.zone)
    const begun = lessonsOn(school, today).filter((one) => one.begins <= now)
    expect(begun).toEqual([])
    expect(lastSchoolDay(school, plusDays(today, -1))).toBe(last)
    const dayOff = `${today}, a day off: the app shows an empty day, and its link «Последние уроки» leads to`
    const morning = `${today}, before the first lesson: marks can be set for the last school day, ${last}.`
    const said = welcome(1, '', school, now).join()
    if (lessonsOn(school, today).length > 0) expect(said).toContain(morning)
    else expect(said).toContain(`${dayOff} the lessons before it, the school's last of ${last}.`)
    // The link is the app's own, by these very words.
    expect(todayWords.lastLessons('')).toContain('Последние уроки')
  })

  it.each([
    ['2026-11-26T23:59', '2026-11-26'],
    ['2026-11-27T00:00', '2026-11-27'],
  ])('goes by the day of the school, at %s %s', (local, date) => {
    const said = welcome(1, '', schoolAt(at(local)), at(local)).join()
    expect(said).toContain(`At the school it is ${date}`)
  })

  it.each([
    ['a Tuesday', '2026-09-01'],
    ['a Wednesday', '2027-09-01'],
    ['the Monday after a Saturday', '2029-09-03'],
    ['the Monday after a Sunday', '2030-09-02'],
  ])('has the lessons of the new year on its first school day, %s', (_, date) => {
    const [morning, noon] = [at(`${date}T07:00`), at(`${date}T12:00`)]
    const school = schoolAt(morning)
    expect(school.terms[0]?.from.slice(0, 4)).toBe(date.slice(0, 4))
    expect(lastSchoolDay(school, plusDays(date, -1))).toBe(null)
    const lessons = lessonsOn(school, date)
    expect(lessons.filter((one) => one.begins <= noon).length).toBeGreaterThan(100)
    expect(welcome(1, '', school, noon).join()).toContain(`${date} with ${lessons.length} lessons`)
    const early = `${date}, before the first lesson of the year: marks can be set from 08:00`
    expect(welcome(1, '', school, morning).join()).toContain(early)
  })

  it('gives each teacher of the demo a lesson that has begun, on every day of its year from the first noon on', () => {
    const [first, last] = [at('2026-09-01T12:00'), at('2027-08-31T23:59')]
    expect(prepareDemoSchool(last)).toEqual(prepareDemoSchool(first))
    expect(prepareDemoSchool(at('2027-09-01T00:01')).terms).not.toBe(prepareDemoSchool(first).terms)
    const built = buildSchool(prepareDemoSchool(first))
    if (!built.ok) throw new Error('the lists were refused')
    const logins = demoPeople.filter((one) => /teacher/i.test(one.role)).map((one) => one.login)
    const people = built.logins.filter((one) => logins.includes(one.login)).map((one) => one.person)
    expect(people).toHaveLength(logins.length)
    const without: string[] = []
    for (let day = 0; day < 365; day += 1) {
      const now = new Date(Date.parse(first) + day * 86_400_000).toISOString()
      for (const person of people) {
        if (newestTaught(built.school, person, now).length === 0) without.push(`${person} ${now}`)
      }
    }
    expect(without).toEqual([])
  })
})
