// A choice on the card of a disagreement: by keyboard alone, and what is called undone has been undone.
import { expect } from '@playwright/test'
import { readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub } from './turned-hub.ts'
import { createWireTablet } from './wire-tablet.ts'

test('a choice keeps the keyboard on the card, and one that is being recorded is not called undone', async ({
  page,
}) => {
  const turned = await createTurnedHub('2026-11-24T08:00:00.000Z')
  try {
    const teacher = personAt(page, turned)
    await page.goto(turned.url)
    await teacher.signIn('ryabinina')
    await teacher.openFirstLesson()
    await teacher.pupilRow(1).click()
    await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })
    const [away] = await readLog(page)
    if (!away) throw new Error('it must be recorded')
    const tablet = await createWireTablet(turned, away.log.person)
    tablet.record(away.cell, { code: 'late', minutes: 5 })
    await tablet.sync()
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/расхождение/, { timeout: 40_000 })
    await teacher.pupilRow(1).click()

    const keep = page.getByRole('button', { name: /Оставить «Н»/ })
    const chosen = page.getByRole('heading', { name: 'Выбрано: Н' })
    await keep.press('Enter')
    await expect(chosen).toBeFocused()
    await page.getByRole('button', { name: 'Отменить выбор' }).press('Enter')
    await expect(keep).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
    await keep.press('Enter')
    await expect(chosen).toBeFocused()

    // Both keys in one breath: the entry is on its way when it is taken back. What was said before has been spoken.
    const said = page.getByRole('status')
    await expect(said).toHaveText(/Выбор сделан/)
    await page.evaluate(() => {
      const spoken: string[] = []
      Object.assign(window, { spoken })
      const region = document.querySelector('[role=status]')
      if (!region) throw new Error('no polite region')
      new MutationObserver(() => spoken.push(region.textContent ?? '')).observe(region, {
        ...{ childList: true, characterData: true, subtree: true },
      })
      const press = (word: string): void =>
        [...document.querySelectorAll('button')].find((one) => one.textContent === word)?.click()
      press('Записать сейчас')
      press('Отменить выбор')
    })
    await expect.poll(async () => (await readLog(page)).length).toBe(2)
    await expect(said).toHaveCount(1)
    const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join(' | '))
    await expect.poll(spoken).toMatch(/оставлено «Н».*уже записан/)
    expect(await spoken()).not.toMatch(/оставлено «Н».*Выбор отменён/)
  } finally {
    await turned.close()
  }
})
