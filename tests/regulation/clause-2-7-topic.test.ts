// п. 2.7: topics by the calendar-thematic plan (КТП), offline; every mark stands under a kind of work.
// requirement: R10; screen: Урок
import { describe, expect, it } from 'vitest'
import { readEntry } from '../../src/contract/entry-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import { planItemOf } from '../../src/domain/lesson.ts'
import type { CellValue, TopicValue } from '../../src/domain/value.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, algebraLast, english, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { at, lessonOf, recorded } from './recorded.ts'

const oralAnswer = {
  kind: 'mark',
  lesson: algebraFirst,
  pupil: 'p1',
  workType: 'oralAnswer',
  n: 1,
} as const

describe('п. 2.7, R10: marks and topics', () => {
  it('a mark outside the scale is refused', () => {
    const six = { marks: ['6'], owed: false } as unknown as CellValue
    expect(
      checkEntry(tinySchool, makeEntry({ id: 'a', cell: oralAnswer, value: six }), at('24.11 09:00')),
    ).toEqual({
      ok: false,
      refusal: 'valueOutsideScale',
    })
  })

  it('the topic is the plan item whose turn it is, by the lessons held before', () => {
    // Two algebra lessons each Tuesday from 10.11: 24.11 brings the fifth and the sixth.
    expect(planItemOf(tinySchool, lessonOf(algebraFirst))?.topic).toBe('Одночлены')
    expect(planItemOf(tinySchool, lessonOf(algebraLast))?.topic).toBe('Умножение одночленов')
    expect(planItemOf(tinySchool, lessonOf(english))).toBeNull()
  })

  it('a cancelled lesson takes no item of the plan with it', () => {
    const school = { ...tinySchool, changes: [{ kind: 'cancelled', lesson: 's4@2026-11-17' } as const] }
    expect(planItemOf(school, lessonOf(algebraLast, school))?.topic).toBe('Одночлены')
  })

  it('topic and homework of a coming lesson may be prepared', () => {
    const topic = makeEntry({
      id: 'a',
      cell: { kind: 'topic', lesson: algebraFirst },
      value: { planItem: 5, text: 'Одночлены' },
    })
    expect(checkEntry(tinySchool, topic, at('23.11 17:00'))).toEqual({ ok: true })
  })

  it.each<[string, TopicValue, unknown[]]>([
    ['the planned topic raises nothing', { planItem: 5, text: 'Одночлены' }, []],
    [
      'another one of the plan is told, not blocked',
      { planItem: 6, text: 'Умножение' },
      [{ kind: 'deviation', planned: 5, recorded: 6 }],
    ],
    [
      'free text is told too',
      { planItem: null, text: 'Повторение' },
      [{ kind: 'deviation', planned: 5, recorded: null }],
    ],
  ])('%s', (_, value, problems) => {
    const one = recorded({ kind: 'topic', lesson: algebraFirst }, value, '24.11 08:30')
    const found = lintLesson(tinySchool, lessonOf(algebraFirst), {
      recorded: [one],
      outages: [],
      now: at('24.11 08:40'),
    })
    expect(found.map((each) => each.problem)).toEqual(problems)
  })
})

describe.each(databases)('п. 2.7, R10: no mark without a kind of work, on $name', ({ open, skip }) => {
  const { workType: _, ...noWork } = oralAnswer
  it.skipIf(skip).each<[string, object, string | null, string, number]>([
    ['under a kind of work it is held', oralAnswer, null, 'accepted null', 1],
    [
      'without one it is none: kept aside as it came, and in no cell',
      noWork,
      'malformed',
      'held malformed',
      0,
    ],
    [
      'nor is one under a kind that there is not',
      { ...oralAnswer, workType: 'guess' },
      'malformed',
      'held malformed',
      0,
    ],
  ])('%s', async (_, cell, unread, verdict, held) => {
    const entry = makeEntry({ id: 'a', cell: cell as Cell, value: { marks: ['5'], owed: false } })
    const read = readEntry(entry as never)
    expect(read.ok ? null : read.why).toBe(unread)
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    try {
      const { client } = await rig.signIn('algebraist', 'tablet')
      const pushed = await client.push(pushOf([entry]))
      const receipts = pushed.kind === 'ok' ? pushed.value.receipts : []
      expect(receipts.map(({ state, reason }) => `${state} ${reason}`)).toEqual([verdict])
      expect(await rig.db.selectFrom('cell').select('key').execute()).toHaveLength(held)
      expect(await client.pull(0, '')).toMatchObject({ value: { cells: { length: held } } })
    } finally {
      await rig.hub.close()
      await database.drop()
    }
  })
})
