// Duties on the day's screen: what is due together stands together, what is past stands by its day.
import { describe, expect, it } from 'vitest'
import { openLines, pastDays } from '../../src/app/today/duty-lines.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { dutiesOf } from '../../src/domain/findings/duty.ts'
import type { KnownOutage } from '../../src/domain/findings/explained.ts'
import type { School } from '../../src/domain/school.ts'
import { dateAt, type SchoolDate } from '../../src/domain/time.ts'
import { algebraFirst, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { at, known } from '../regulation/recorded.ts'

/** Only the Tuesday's own two lessons of algebra. */
const school: School = {
  ...tinySchool,
  terms: [{ id: 'q2', name: '2-я четверть', from: '2026-11-23', to: '2026-12-30' }],
  timetable: tinySchool.timetable.filter((one) => one.id === 's1' || one.id === 's4'),
}
const work: Cell = { kind: 'work', lesson: algebraFirst, workType: 'controlTest', n: 1 }
/** АИС was away while both lessons were taught, and back before their terms. */
const outage: KnownOutage = {
  no: 7,
  scope: { kind: 'school' },
  openedAt: at('24.11 07:00'),
  restoredAt: at('24.11 14:00'),
  due: null,
}
const lines = (now: string, outages: readonly KnownOutage[] = [outage]) => {
  const duties = dutiesOf(school, 'algebraist', at(now), known([[work, { title: 'К-1' }]]), outages)
  return {
    open: openLines(school, duties, dateAt(at(now), school.zone)).map((one) => `${one.title} · ${one.place}`),
    past: pastDays(school, duties),
  }
}

describe('the duties of a day', () => {
  it('tell one lesson by its name, in order of their terms', () => {
    expect(lines('24.11 09:00').open).toEqual([
      'Домашнее задание · 7А Алгебра, 1-й урок',
      'Посещаемость · 7А Алгебра, 1-й урок',
      'Отметки (контрольная работа) · 7А Алгебра, 1-й урок',
      'Тема урока · 7А Алгебра, 1-й урок',
    ])
  })
  it('tell several lessons of one term together', () => {
    expect(lines('24.11 14:00').open).toContain('Домашнее задание · 7А: уроки 1, 6')
    expect(lines('24.11 14:00').open).toContain('Посещаемость · 7А: уроки 1, 6')
  })
  it('lead to the first of today’s lessons, and of another day’s to that day', () => {
    const duties = dutiesOf(school, 'algebraist', at('24.11 14:00'), known([]), [outage]).reverse()
    const hrefs = (today: SchoolDate): Set<string> => {
      const several = openLines(school, duties, today).filter((one) => one.place.includes('уроки 1, 6'))
      return new Set(several.map((one) => one.href))
    }
    expect(hrefs(tuesday)).toEqual(new Set([`/lesson/${encodeURIComponent(algebraFirst)}`]))
    expect(hrefs('2026-11-25')).toEqual(new Set([`/today/${tuesday}`]))
  })
  it('count the places of term and year together', () => {
    expect(lines('28.12 12:00').open).toContain('Итоговые отметки · 4 места')
  })
  it('leave what is past to its day', () => {
    const { open, past } = lines('25.11 08:00')
    expect(open).toEqual(['Отметки (контрольная работа) · 7А Алгебра, 1-й урок, вт 24.11'])
    expect(past).toEqual([
      {
        date: tuesday,
        href: `/today/${tuesday}`,
        counts: [
          ['homework', 2],
          ['attendance', 2],
        ],
        outages: [],
      },
    ])
  })
  it('keep term marks that are past their week, and lead to their sheet', () => {
    expect(lines('28.12 12:00').past).toEqual([])
    const past = lines('31.12 12:00').past
    expect(past).toEqual([{ date: '2026-12-30', href: '/terms', counts: [['termMarks', 4]], outages: [] }])
  })
  it('leave a past lesson to АИС where no outage met it and nothing of it was recorded here', () => {
    expect(lines('25.11 08:00', []).past).toEqual([
      {
        date: tuesday,
        href: `/today/${tuesday}`,
        counts: [
          ['homework', 1],
          ['attendance', 1],
        ],
        outages: [],
      },
    ])
  })
})
