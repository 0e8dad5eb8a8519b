// The signs of the deputy's board: what a lesson shows, and whose tablet is silent.
import { describe, expect, it } from 'vitest'
import { signOf } from '../../src/domain/control/lesson-sign.ts'
import { isSilent, quietSince } from '../../src/domain/control/silence.ts'
import { outageDays, stripDays } from '../../src/domain/control/strip-days.ts'
import type { EntryState } from '../../src/domain/entry-state.ts'
import { isMet } from '../../src/domain/findings/kept-here.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import { isCurrent } from '../../src/domain/register/outage-term.ts'
import { at } from '../regulation/recorded.ts'
import { algebraFirst, tinySchool } from './tiny-school.ts'

// Algebra in 7А, 8:00–8:45.
const lesson = lessonById(tinySchool, algebraFirst)
if (!lesson) throw new Error('the tiny school has lost its lesson')

describe('the sign of a lesson', () => {
  it.each<[string, EntryState[], boolean, string, string]>([
    ['is ahead before it begins', [], true, '24.11 07:59', 'ahead'],
    ['goes on while it is held', [], true, '24.11 08:30', 'going'],
    ['is missing once it is over without an entry', [], true, '24.11 08:45', 'missing'],
    ['is apart when АИС could be reached', [], false, '24.11 09:00', 'apart'],
    ['is the least advanced state', ['verified', 'accepted', 'transferred'], true, '24.11 09:00', 'accepted'],
    ['is the conflict, whatever else', ['waiting', 'conflict', 'verified'], true, '24.11 09:00', 'conflict'],
    [
      'is not made by what was replaced or refused',
      ['superseded', 'refused'],
      true,
      '24.11 09:00',
      'missing',
    ],
    [
      'is final for what АИС has no place for',
      ['notCarried', 'superseded'],
      true,
      '24.11 09:00',
      'notCarried',
    ],
    ['tells entries of a lesson that needed none', ['accepted'], false, '24.11 09:00', 'accepted'],
  ])('%s', (_, states, met, now, sign) => {
    expect(signOf(lesson, states, met, at(now))).toBe(sign)
  })

  const outage = (from: string, to: string | null, person?: string) => ({
    ...{ no: 1, openedAt: at(from), restoredAt: to && at(to), due: null },
    scope: person ? ({ kind: 'teacher', person } as const) : ({ kind: 'school' } as const),
  })
  const confirmed = (person: string) => ({
    ...outage('24.11 07:00', null, person),
    confirmedAt: at('24.11 07:30'),
  })
  it.each<[string, ReturnType<typeof outage>, boolean]>([
    ['an outage over the whole lesson', outage('24.11 07:00', null), true],
    ['one that began in it', outage('24.11 08:40', null), true],
    ['one that ended in it', outage('24.11 07:00', '24.11 08:05'), true],
    ['one that was over before', outage('24.11 07:00', '24.11 08:00'), false],
    ['one that began at its end', outage('24.11 08:45', null), false],
    ['the teacher’s own that a deputy has confirmed', confirmed('algebraist'), true],
    ['the teacher’s own that nobody has confirmed', outage('24.11 07:00', null, 'algebraist'), false],
    ['somebody else’s own', confirmed('leader'), false],
  ])('is of a lesson met by %s', (_, one, met) => {
    expect(isMet(tinySchool, lesson, [one])).toBe(met)
  })
})

describe('the days of the board', () => {
  const met = (from: string, to: string | null) => ({
    ...{ no: 1, openedAt: at(from), restoredAt: to && at(to), due: null },
    scope: { kind: 'school' } as const,
  })
  // Lessons on Tuesdays and Saturdays alone.
  it.each<[string, ReturnType<typeof met>[], string, string[]]>([
    ['today alone without an outage', [], '24.11 12:00', ['2026-11-24']],
    ['the last school day on a day off', [], '26.11 12:00', ['2026-11-24']],
    [
      'and the school days that an outage met',
      [met('20.11 08:00', '22.11 08:00')],
      '24.11 12:00',
      ['2026-11-21', '2026-11-24'],
    ],
    [
      'not those between two',
      [met('17.11 08:00', '17.11 12:00')],
      '24.11 12:00',
      ['2026-11-17', '2026-11-24'],
    ],
    [
      'of a long one the last three',
      [met('10.11 08:00', null)],
      '28.11 12:00',
      ['2026-11-17', '2026-11-21', '2026-11-24', '2026-11-28'],
    ],
  ])('are %s', (_, outages, now, days) => {
    expect(stripDays(outageDays(tinySchool, outages, at(now)))).toEqual(days)
  })

  it.each<[string, string | null, string | null, boolean, boolean]>([
    ['open', null, null, false, true],
    ['inside its term', '24.11 10:00', '26.11 24:00', false, true],
    ['after it, with nothing left', '24.11 10:00', '25.11 24:00', false, false],
    ['after it, while something waits', '24.11 10:00', '25.11 24:00', true, true],
  ])('an outage is current: %s', (_, closed, due, waits, current) => {
    const term = { closedAt: closed && at(closed), due: due && at(due) }
    expect(isCurrent(term, waits, at('26.11 12:00'))).toBe(current)
  })
})

describe('a teacher’s tablets', () => {
  /** When each was heard and what it held unsent then. */
  const words = (...said: [string, number][]) => said.map(([seen, unsent]) => ({ seenAt: at(seen), unsent }))
  it.each<[string, number, ReturnType<typeof words>, string, boolean]>([
    ['that never spoke are silent after a lesson without entries', 1, [], '24.11 08:46', true],
    ['heard before its end are silent', 1, words(['24.11 08:20', 0]), '24.11 08:46', true],
    ['heard after it are not: nothing was recorded', 1, words(['24.11 08:50', 0]), '24.11 12:00', false],
    [
      'one of them heard after it: nothing was recorded',
      1,
      words(['24.11 08:20', 0], ['24.11 08:50', 0]),
      '24.11 12:00',
      false,
    ],
    ['with everything sent are not, however long ago', 0, words(['24.11 08:50', 0]), '24.11 18:00', false],
    ['with unsent entries are not within the hour', 0, words(['24.11 08:50', 12]), '24.11 09:49', false],
    ['with unsent entries are after an hour', 0, words(['24.11 08:50', 12]), '24.11 09:50', true],
    [
      'a dead one with unsent entries is silent though a phone speaks',
      0,
      words(['24.11 08:50', 38], ['24.11 11:59', 0]),
      '24.11 12:00',
      true,
    ],
    [
      'one that speaks with unsent entries beside one that was left with all sent is not',
      0,
      words(['24.11 08:50', 0], ['24.11 11:59', 5]),
      '24.11 12:00',
      false,
    ],
    ['nobody expects anything of are not', 0, [], '24.11 18:00', false],
  ])('%s', (_, missing, said, now, silent) => {
    const lessons = Array.from({ length: missing }, () => lesson)
    expect(isSilent(lessons, said, at(now))).toBe(silent)
  })

  it('are told by the one that is silent longest', () => {
    const said = words(['24.11 08:50', 3], ['24.11 08:10', 1], ['24.11 07:00', 0])
    expect(quietSince(said, at('24.11 12:00'))).toBe(at('24.11 08:10'))
    expect(quietSince(said, at('24.11 09:00'))).toBeNull()
  })
})
