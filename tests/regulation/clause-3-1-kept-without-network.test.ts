// п. 3.1: the temporary journal is kept at once and with no network: what was recorded is there after the tab is gone.
// requirement: R16; screen: Урок, Очередь
import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readLessonCells } from '../../src/store/cell-view.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createTablet, cutNetwork } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { at } from './recorded.ts'

it.each<[string, [Cell, CellValue][]]>([
  [
    'attendance, of the present too',
    [
      [{ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'absent' }],
      [{ kind: 'attendance', lesson: algebraFirst, pupil: 'p2' }, { code: 'present' }],
    ],
  ],
  [
    'a mark',
    [
      [
        { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'oralAnswer', n: 1 },
        { marks: ['5'], owed: false },
      ],
    ],
  ],
  [
    'topic and homework',
    [
      [
        { kind: 'topic', lesson: algebraFirst },
        { planItem: 5, text: 'Одночлены' },
      ],
      [{ kind: 'homework', lesson: algebraFirst }, { none: true }],
    ],
  ],
])(
  'п. 3.1, R16: recorded with no network, and all there when the tablet is opened anew: %s',
  async (_, cells) => {
    const memory = { indexedDB: new IDBFactory(), person: 'algebraist', device: 'tablet' }
    const clock = createTurnableClock(at('24.11 08:20'))
    const open = () => createTablet({ ...memory, clock, send: cutNetwork })
    // The first tab is left as a killed one leaves it: nothing is closed, nothing more is written.
    const killed = await open()
    for (const [cell, value] of cells) await killed.write(cell, value)
    const again = await open()
    try {
      const views = await readLessonCells(again.db, algebraFirst, again.log)
      expect([...views.values()].map(({ cell, value }) => [cell, value])).toEqual(
        expect.arrayContaining(cells),
      )
      expect(views.size).toBe(cells.length)
      expect(await again.states()).toEqual(cells.map(() => 'queued'))
    } finally {
      await killed.close()
      await again.close()
    }
  },
)
