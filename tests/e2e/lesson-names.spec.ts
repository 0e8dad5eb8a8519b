// What a lesson's screen shows whole: names of any length in the list, the panel and the grid; the topic; the last acts.
import { expect, type Page } from '@playwright/test'
import { landscape, openLessonRig, portrait } from './lesson-rig.ts'
import { test } from './school-test.ts'

/** 1280 × 800 at 200 %. */
const doubled = { width: 640, height: 400 }
const endless = { lastName: 'Щ'.repeat(100), firstName: 'Ж'.repeat(99) }
const markup = { lastName: '<b>Иванов</b>', firstName: '<img src=x>' }

/** Boxes whose text runs out of them or is cut. */
const cutIn = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (names) =>
      [...document.querySelectorAll<HTMLElement>(names)]
        .filter((one) => {
          const text = document.createRange()
          text.selectNodeContents(one)
          const within = (one.closest('li, tr, fieldset, section') ?? one).getBoundingClientRect()
          const { left, right, top, bottom } = text.getBoundingClientRect()
          // A line's box is a little higher than the letters in it.
          const out = Math.max(
            within.left - left,
            right - within.right,
            within.top - top,
            bottom - within.bottom,
          )
          return (
            out > 2 ||
            one.scrollWidth > one.clientWidth + 1 ||
            /hidden|clip/.test(getComputedStyle(one).overflow)
          )
        })
        .map((one) => one.textContent ?? ''),
    selector,
  )

test('no name is cut, whatever its length, and a tap on it moves no row', async ({ browser }) => {
  test.setTimeout(150_000)
  const rig = await openLessonRig(browser)
  const { page, desk, row, key } = rig
  try {
    const { lesson } = await desk.lessonIn(rig.lesson)
    const [schoolClass = ''] = lesson.classes
    for (const [n, name] of [endless, markup].entries()) {
      const stay = { middleName: '', from: '2026-09-01', to: '', schoolClass }
      await desk.edit({ list: 'pupils', add: { id: `odd-${n}`, ...name, ...stay } })
    }
    await rig.withPupils(36)
    const spoken = await page.locator('[data-cell$=":0"] .visually-hidden').allTextContents()
    const names = spoken.map((text) => text.split(':')[0] ?? '')
    for (const { lastName, firstName } of [endless, markup])
      expect(names).toContain(`${lastName} ${firstName}`)

    for (const [n, viewport] of [landscape, portrait, doubled].entries()) {
      await page.setViewportSize(viewport)
      expect(await cutIn(page, 'ol [data-long]')).toEqual([])
      const shown = await page.locator('ol [data-long]').allTextContents()
      expect(shown.sort()).toEqual([...names].sort())
      // «Н» is bolder and brings its sign: the names keep their lines all the same.
      const longest = names.indexOf(`${endless.lastName} ${endless.firstName}`) + 1
      const boxes = () =>
        page.locator('[data-cell$=":0"]').evaluateAll((cells) =>
          cells.map((cell) => {
            const { x, y, height } = cell.getBoundingClientRect()
            const first = document.querySelector('[data-cell="0:0"]')?.getBoundingClientRect()
            return { x, fromFirst: y - (first?.y ?? 0), height }
          }),
        )
      const before = await boxes()
      await row(longest - n).click()
      await expect(row(longest - n)).toHaveAccessibleName(/: Н,/)
      expect(await boxes()).toEqual(before)
      expect(Math.min(...before.map(({ height }) => height))).toBeGreaterThanOrEqual(44)
      expect(new Set(before.map(({ x }) => x)).size).toBe(viewport === doubled ? 1 : 2)
      expect(await cutIn(page, 'fieldset p > b')).toEqual([])
    }
    await page.setViewportSize(landscape)
    await key('Сетка').click()
    await expect(page.locator('tbody th')).toHaveCount(36)
    expect(await cutIn(page, 'tbody th')).toEqual([])
  } finally {
    await rig.close()
  }
})

test('thirty pupils, the topic of the КТП, the works and the last act are in sight at once', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser, { viewport: landscape })
  const { page, row } = rig
  try {
    await rig.withPupils(30)
    await row(2).click()
    for (const no of [1, 15, 16, 30]) await expect(row(no)).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Добавить работу' })).toBeInViewport({ ratio: 1 })
    const last = page.getByRole('region', { name: 'Последние действия' })
    await expect(last.getByRole('listitem').first()).toBeInViewport({ ratio: 1 })
    const room = await page.getByLabel(/^Тема, /).evaluate((field: HTMLInputElement) => {
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) throw new Error('no canvas')
      const { font, paddingLeft, paddingRight } = getComputedStyle(field)
      pen.font = font
      const inner = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return inner - pen.measureText(field.placeholder).width
    })
    expect(room).toBeGreaterThanOrEqual(0)
  } finally {
    await rig.close()
  }
})

for (const viewport of [landscape, portrait, { width: 600, height: 800 }]) {
  test(`the grid scrolls under its names and its head, ${viewport.width} × ${viewport.height}`, async ({
    browser,
  }) => {
    const rig = await openLessonRig(browser, { viewport })
    const { page, key } = rig
    try {
      await key('Сетка').click()
      const grid = page.getByRole('grid', { name: 'Сетка урока' })
      await expect(grid).toBeVisible()
      // Works enough for any of these screens to be too narrow.
      for (const work of ['Диктант', 'Сочинение', 'Изложение', 'Практическая работа']) {
        await key('Добавить работу').click()
        await key(work).click()
        await expect(grid.locator('[data-kind="work"]').first()).toBeVisible()
      }
      await expect(grid.locator('thead th[data-kind="work"]')).toHaveCount(5)
      const scrollTo = (left: number, top: number): Promise<number[]> =>
        grid.evaluate(
          (table, [x = 0, y = 0]) => {
            const box = table.parentElement as HTMLElement
            box.scrollTo(x, y)
            return [box.scrollLeft, box.scrollTop]
          },
          [left, top],
        )
      /** Where it stands, and that nothing covers it there. */
      const seen = async (what: ReturnType<typeof page.locator>) => {
        const box = await what.boundingBox()
        const isOnTop = await what.evaluate((one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          return one.contains(document.elementFromPoint(x + width / 2, y + height / 2))
        })
        return { ...box, isOnTop }
      }
      const name = grid.locator('th[scope="row"]').first()
      const corner = grid.locator('thead th').first()
      const last = grid.locator('thead th').last()
      expect(await scrollTo(0, 0)).toEqual([0, 0])
      const before = { name: await seen(name), corner: await seen(corner) }
      expect(before.name.isOnTop).toBe(true)
      const [right = 0] = await scrollTo(9_999, 0)
      expect(right).toBeGreaterThan(60)
      expect({ name: await seen(name), corner: await seen(corner) }).toEqual(before)
      // What the names leave free is the lesson's own.
      const { x = 0, width = 0 } = before.name
      expect((await seen(last)).x).toBeGreaterThanOrEqual(x + width - 1)
      const top = (await seen(last)).y
      const [, down = 0] = await scrollTo(9_999, 9_999)
      expect(down).toBeGreaterThan(44)
      expect((await seen(last)).y).toBe(top)
      expect(await seen(corner)).toEqual(before.corner)
      const lastName = grid.locator('th[scope="row"]').last()
      expect((await seen(lastName)).x).toBe(x)
      expect((await seen(lastName)).isOnTop).toBe(true)
    } finally {
      await rig.close()
    }
  })
}
