// The browser gives the journal no more room: what is typed stays on the screen and is said not to be saved.
import { expect } from '@playwright/test'
import { test } from './school-test.ts'

const noRoom = /Не сохранено: на планшете кончилось место/

test('T11 a used-up quota: what is typed stays on the screen, is not called saved, and what was saved stays', async ({
  page,
  hub,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await hub.kill()
  await teacher.pupilRow(1).click()
  await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на планшете$/)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: hub.url, quotaSize: 1 })

  // Chromium goes by the former quota for half a minute.
  const topic = page.getByLabel(/^Тема(,| набрана)/)
  let tries = 0
  const typeAnother = async (): Promise<boolean> => {
    if (await page.getByText(noRoom).first().isVisible()) return true
    tries += 1
    await topic.fill(`Тема, попытка ${tries}`)
    await topic.blur()
    return false
  }
  await expect.poll(typeAnother, { timeout: 60_000, intervals: [1_000] }).toBe(true)
  await expect(page.getByRole('button', { name: /^Запись остановлена/ })).toBeVisible()

  const homeless = 'Тема, которой негде лежать'
  await topic.fill(homeless)
  await topic.blur()
  await expect(page.getByText(noRoom).first()).toBeVisible()
  await expect(page.getByLabel('Тема набрана, но не записана')).toHaveValue(homeless)
  await expect(page.getByText(`сохранено на планшете: Тема урока: ${homeless}`)).toHaveCount(0)

  await cdp.send('Storage.overrideQuotaForOrigin', { origin: hub.url })
  await hub.start()
  await page.reload()
  await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/, { timeout: 40_000 })
})
