// «Урок отмечен»: what it writes, what it never writes over, and when nothing is left to write.
import { describe, expect, it } from 'vitest'
import { type FinishingFacts, finishingOf } from '../../src/app/lesson/finishing.ts'
import { doneWords, finishWords } from '../../src/app/messages/lesson/finish.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { CellValue } from '../../src/domain/value.ts'
import type { CellView } from '../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'

const lesson = lessonById(tinySchool, algebraFirst)
if (!lesson) throw new Error('the timetable has this lesson')
const pupils = [{ id: 'p1', name: 'Волков Имя' }]
const topic = { kind: 'topic', lesson: algebraFirst } as const
const homework = { kind: 'homework', lesson: algebraFirst } as const
const attendance: Cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }
const proposed = { planItem: 5, text: 'Одночлены' }
const here: [Cell, CellValue] = [attendance, { code: 'present' }]

const viewOf = ([cell, value]: [Cell, CellValue | null]): [string, CellView] => [
  cellKey(cell),
  {
    ...{ key: cellKey(cell), cell, value, follows: [], author: 'algebraist', candidates: [] },
    state: value === null ? 'conflict' : 'accepted',
  },
]
const finishing = (recorded: [Cell, CellValue | null][], facts: Partial<FinishingFacts> = {}) =>
  finishingOf(lesson, new Map(recorded.map(viewOf)), pupils, { proposed, typed: [], ...facts })
const kinds = (of: ReturnType<typeof finishing>) => of.changes.map((one) => one.cell.kind)

describe('«Урок отмечен»', () => {
  it.each<[string, ReturnType<typeof finishing>, string[], string]>([
    ['a blank class', finishing([]), ['attendance', 'topic'], '1 без записи'],
    [
      'a class recorded by single taps',
      finishing([here]),
      ['topic'],
      'Записан каждый ученик, запишется тема',
    ],
    ['a topic recorded before', finishing([[topic, proposed]]), ['attendance'], '1 без записи'],
    ['a topic in conflict', finishing([here, [topic, null]]), [], 'Записан каждый ученик'],
    [
      'a topic typed and not recorded',
      finishing([], { typed: [{ cell: topic, text: 'Своя тема' }] }),
      ['attendance'],
      'Набрано, но не записано: тема',
    ],
    ['a draft that is not read yet', finishing([], { typed: undefined }), ['attendance'], '1 без записи'],
    ['somebody who writes no topic', finishing([here], { proposed: undefined }), [], 'Записан каждый ученик'],
  ])('over %s writes what is blank and nothing else', (_, of, written, words) => {
    expect(kinds(of)).toEqual(written)
    expect(finishWords(of)).toContain(words)
  })

  it.each<[string, ReturnType<typeof finishing>]>([
    ['Урок отмечен полностью', finishing([here, [topic, proposed]])],
    ['Класс отмечен, темы нет', finishing([here], { proposed: null })],
    [
      'Класс отмечен, набранное не записано',
      finishing([here, [topic, proposed]], { typed: [{ cell: homework, text: '№ 341' }] }),
    ],
    // A draft that says what is recorded is on its way out.
    [
      'Урок отмечен полностью',
      finishing([here, [topic, proposed]], { typed: [{ cell: topic, text: 'Одночлены ' }] }),
    ],
  ])('is followed by «%s»', (words, of) => {
    expect(of.changes).toEqual([])
    expect(doneWords(of)).toBe(words)
  })
})
