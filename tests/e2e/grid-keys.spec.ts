// Every key of the grid, a row each, on one lesson with a disagreement in it: whichever is unwired fails its row.
import { expect } from '@playwright/test'
import { playDay } from './access/played-day.ts'
import { screens } from './access/screens.ts'
import { test } from './school-test.ts'

/** A pupil from 1; 0 is attendance, 1 the first work, `first` the first former lesson. */
type At = readonly [pupil: number | 'last', column: number | 'first']

interface Row {
  keys: readonly string[]
  /** Where the keyboard is afterwards. */
  focus?: At
  /** What a cell holds afterwards. */
  holds?: readonly [At, string]
  /** How many of these there are afterwards. */
  there?: readonly [selector: string, count: number]
}

const selected = '[data-at][data-selected]'
const second = '[data-at][data-second]'
const former = '[aria-label="В этой клетке раньше"]'
const keyRows = '[aria-label="Клавиши"] dl'
const preview = '[aria-label="Снять значения"]'

const rows: readonly Row[] = [
  { keys: ['ArrowDown'], focus: [2, 0] },
  { keys: ['Enter'], focus: [3, 0] },
  { keys: ['Home'], focus: [3, 'first'] },
  { keys: ['End'], focus: [3, 1] },
  { keys: ['ArrowLeft'], focus: [3, 0] },
  { keys: ['ArrowUp'], focus: [2, 0] },
  { keys: ['j'], focus: [3, 0], holds: [[2, 0], 'ОП5 мин'] },
  { keys: ['d'], focus: [4, 0], holds: [[3, 0], 'ОСВ'] },
  { keys: ['y'], focus: [5, 0], holds: [[4, 0], 'Н'] },
  { keys: ['ArrowRight'], focus: [5, 1] },
  { keys: ['f'], focus: [6, 1], holds: [[5, 1], 'н/а'] },
  { keys: ['p'], focus: [7, 1], holds: [[6, 1], 'зач'] },
  { keys: ['n'], focus: [8, 1], holds: [[7, 1], '•'] },
  { keys: ['ArrowUp', 'n'], focus: [7, 1], holds: [[7, 1], ''] },
  { keys: ['n'], focus: [8, 1], holds: [[7, 1], '•'] },
  { keys: ['5'], focus: [9, 1], holds: [[8, 1], '5'] },
  { keys: ['4'], focus: [10, 1], holds: [[9, 1], '4'] },
  { keys: ['3'], focus: [11, 1], holds: [[10, 1], '3'] },
  { keys: ['2'], focus: [12, 1], holds: [[11, 1], '2'] },
  { keys: ['+'], focus: [11, 1], there: [second, 1] },
  { keys: ['Escape'], focus: [11, 1], there: [second, 0] },
  { keys: ['+', '3'], focus: [12, 1], holds: [[11, 1], '2/3'] },
  { keys: ['Control+z'], holds: [[11, 1], '2'] },
  { keys: ['Control+y'], holds: [[11, 1], '2/3'] },
  { keys: ['Control+z'], holds: [[11, 1], '2'] },
  { keys: ['Control+Shift+z'], holds: [[11, 1], '2/3'] },
  { keys: ['ArrowUp', 'Delete'], focus: [11, 1], holds: [[11, 1], ''] },
  { keys: ['ArrowUp', 'Backspace'], focus: [10, 1], holds: [[10, 1], ''] },
  { keys: ['Shift+ArrowUp', 'Shift+ArrowUp'], focus: [8, 1], there: [selected, 3] },
  { keys: ['Shift+ArrowDown'], focus: [9, 1], there: [selected, 2] },
  { keys: ['Delete'], there: [preview, 1], holds: [[9, 1], '4'] },
  { keys: ['Escape'], focus: [9, 1], there: [preview, 0] },
  // The preview is read first: its answers are a step of Tab away.
  { keys: ['Shift+ArrowUp', 'Delete', 'Tab', 'Enter'], holds: [[8, 1], ''], there: [preview, 0] },
  { keys: ['Control+a'], focus: ['last', 1], there: [`${selected}[data-at="0:9"]`, 1] },
  { keys: ['Escape'], focus: ['last', 1], there: [selected, 0] },
  { keys: ['Control+Home'], focus: [1, 'first'] },
  { keys: ['Control+End'], focus: ['last', 1] },
  { keys: ['F2'], there: [former, 1] },
  { keys: ['F2'], there: [former, 0] },
  { keys: ['?'], there: [keyRows, 1] },
  { keys: ['?'], there: [keyRows, 0] },
  { keys: ['Escape'], there: ['[aria-label="Вид урока"] [aria-pressed="true"]:focus', 1] },
]

test('each key of the grid does what the list of keys says, and Enter opens a disagreement', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const day = await playDay(browser)
  try {
    const screen = screens.find((one) => one.name === 'grid')
    if (!screen) throw new Error('no screen of the grid')
    const page = await day.open(screen)
    const focused = page.locator('[data-at]:focus')
    const [, attendance] = ((await focused.getAttribute('data-at')) ?? '').split(':').map(Number)
    const pupils = await page.getByRole('rowheader').count()
    const placeOf = ([pupil, column]: At): string =>
      `${(pupil === 'last' ? pupils : pupil) - 1}:${column === 'first' ? 0 : (attendance ?? 0) + column}`
    for (const { keys, focus, holds, there } of rows) {
      await test.step(keys.join(', '), async () => {
        for (const key of keys) await page.keyboard.press(key)
        if (holds) await expect(page.locator(`[data-at="${placeOf(holds[0])}"]`)).toHaveText(holds[1])
        if (focus) await expect(focused).toHaveAttribute('data-at', placeOf(focus))
        if (there) await expect(page.locator(there[0])).toHaveCount(there[1])
      })
    }
    await page.locator(`[data-at="${placeOf([1, 0])}"]`).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/conflicts\//)
  } finally {
    await day.close()
  }
})
