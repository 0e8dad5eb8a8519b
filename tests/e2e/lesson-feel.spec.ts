// How a lesson feels on a cheap tablet: six times slower, and still nothing moves under a finger and no tap is lost.
import { expect } from '@playwright/test'
import { landscape, openLessonRig, portrait, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'
import { movedOf, watchControls } from './shifts.ts'

const slowdown = 6

for (const [name, viewport] of [
  ['landscape', landscape],
  ['portrait', portrait],
] as const) {
  test(`the list of a slow tablet takes quick taps in a row and moves nothing, ${name}`, async ({
    browser,
  }) => {
    const rig = await openLessonRig(browser, { viewport, hasTouch: true })
    const { page, row, mark, key } = rig
    try {
      await rig.withPupils(36)
      await expect(page.getByText(/^доступна, /)).toBeVisible()
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await watchControls(page)
      // As fast as fingers go: no tap waits for what the one before has drawn.
      for (const no of [2, 5, 9]) await row(no).tap()
      for (const [no, grade] of [
        [1, '5'],
        [3, '4'],
        [4, '3'],
      ] as const) {
        await mark(no).tap()
        await key(grade).tap()
      }
      for (const no of [2, 5, 9]) await expect(row(no)).toHaveAccessibleName(/: Н, на /)
      for (const [no, grade] of [
        [1, '5'],
        [3, '4'],
        [4, '3'],
      ] as const)
        await expect(mark(no)).toHaveText(grade)
      await page.getByRole('button', { name: 'Отменить' }).tap()
      await expect(mark(4)).toHaveText('')
      await page.getByRole('button', { name: 'Урок отмечен' }).tap()
      await expect(row(36)).toHaveAccessibleName(/: на уроке, на /)
      expect(await movedOf(page)).toEqual([])
    } finally {
      await rig.close()
    }
  })
}

test('the cards of a slow tablet take quick keys in a row and move nothing', async ({ browser }) => {
  const rig = await openLessonRig(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
  const { page } = rig
  try {
    await page.getByRole('button', { name: 'Карточки' }).tap()
    await expect(page.getByText(/^1 из \d+$/)).toBeVisible()
    await expect(page.getByText(/^доступна, /)).toBeAttached()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await watchControls(page)
    const away = page.getByRole('button', { name: /^Н нет/ })
    const here = page.getByRole('button', { name: /^Здесь/ })
    await here.tap()
    await away.tap()
    await here.tap()
    await away.tap()
    await away.tap()
    await expect(page.getByText(/^6 из \d+$/)).toBeVisible()
    await expect.poll(async () => (await readLog(page)).length).toBe(3)
    expect(await movedOf(page)).toEqual([])
  } finally {
    await rig.close()
  }
})

for (const [name, viewport] of [
  ['landscape', landscape],
  ['portrait', portrait],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`«Сегодня» of a slow tablet comes as a whole and moves nothing, ${name}`, async ({ browser }) => {
    const rig = await openLessonRig(browser, { viewport, hasTouch: true })
    const { page } = rig
    try {
      const come = async (): Promise<void> => {
        await expect(page.locator('[data-row]').first()).toBeVisible()
        await expect(page.getByRole('complementary', { name: 'Сроки' })).toBeVisible()
      }
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await watchControls(page)
      await page.getByRole('link', { name: 'Очередь' }).tap()
      await page.getByRole('link', { name: 'Сегодня' }).tap()
      await come()
      expect(await movedOf(page)).toEqual([])
      // Another day has other rows; what leads from day to day stays where it is.
      await page.getByRole('button', { name: 'День раньше' }).tap()
      await expect(page.getByRole('heading', { name: 'Понедельник, 23 ноября' })).toBeVisible()
      await come()
      await page.getByRole('button', { name: 'День позже' }).tap()
      await expect(page.getByRole('heading', { name: 'Вторник, 24 ноября' })).toBeVisible()
      await come()
      expect((await movedOf(page)).filter((one) => one.startsWith('button «День'))).toEqual([])
    } finally {
      await rig.close()
    }
  })
}
