// A new build is served while a text is half typed: it waits, says so, and takes nothing away; taking it is a person's act.
import { cpSync, rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Fault } from './fault.ts'
import { buildVariant, copyBuild } from './rig/build-variant.ts'
import { Finding } from './rig/finding.ts'
import { checkEachOnce } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { sleep } from './rig/sleep.ts'

const halfTyped = 'Квадратные уравнения, начало'
const prompt = 'Готова новая версия журнала'

const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })

const waits = (page: Page): Promise<boolean> =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))

const homeless = 'Тема, у которой нет урока'

const keepDraft = (page: Page, row: { key: string; text: string }): Promise<void> =>
  page.evaluate(
    (draft) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('temporary-journal')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('draft', 'readwrite')
          writing.objectStore('draft').put(draft)
          writing.onerror = () => failed(writing.error)
          writing.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
    row,
  )

export const updateMidEntry: Fault = {
  name: 'update-mid-entry',
  runs: 1,
  controls: [
    {
      defence: 'a new build waits for a person',
      edit: {
        file: 'src/app/pwa/register-worker.ts',
        find: "workbox.addEventListener('waiting', ready)",
        replace: `workbox.addEventListener('waiting', () => {
    ready()
    if (defenceIsOff) takeUpdate()
  })`,
      },
      seenBy: 'reloaded under the hands',
    },
  ],
  run: async (stage) => {
    const next = await buildVariant('next-build', { appBuild: 'next-build' })
    const served = copyBuild(stage.build, 'served')
    const hub = await stage.hub({ main: served.main })
    await hub.start()
    const tablet = stage.tablet()
    const page = await tablet.open()
    for (let n = 0; n < 5; n += 1) await tablet.tapAndHear(page)
    const topic = page.getByLabel(/^Тема(,| набрана)/)
    await topic.fill(halfTyped.slice(0, 10))
    await expect.poll(() => tablet.countDrafts(page)).toBe(1)

    rmSync(served.app, { recursive: true })
    cpSync(next.app, served.app, { recursive: true })
    let reloads = 0
    page.on('load', () => {
      reloads += 1
    })
    await lookForUpdate(page)
    await expect.poll(async () => reloads > 0 || (await waits(page)), { timeout: 60_000 }).toBe(true)
    // One that waits for nobody takes the page over a moment later.
    await sleep(3_000)
    if (reloads > 0) throw new Finding('reloaded under the hands', 'by the new build itself')
    // Over a lesson nothing is offered; elsewhere it is, and waits for the text.
    await expect(page.getByText(prompt)).toBeHidden()
    const today = page.getByRole('link', { name: 'Сегодня' })
    const update = page.getByRole('button', { name: 'Обновить сейчас' })
    await page.goto(new URL('/today', page.url()).href)
    reloads = 0
    await expect(page.getByText(prompt)).toBeVisible()
    await expect(page.getByText(/остался недописанный текст/)).toBeVisible()
    await expect(update).toBeHidden()
    await page.getByRole('button', { name: 'Открыть недописанное' }).click()
    await expect(topic).toHaveValue(halfTyped.slice(0, 10))
    await topic.press('End')
    await topic.pressSequentially(halfTyped.slice(10))
    if (reloads > 0) throw new Finding('reloaded under the hands', 'of a person who types')
    await expect(topic).toHaveValue(halfTyped)

    // The text becomes an entry; only now the new build is offered, and taken by a tap.
    await topic.blur()
    await expect(page.getByText(`сохранено на планшете: Тема урока: ${halfTyped}`)).toBeVisible()
    const lesson = page.url()
    // What belongs to a lesson of no list leads nowhere: it is shown with the reason, and holds up nothing.
    const person = (await tablet.readLog(page)).at(-1)?.entry.log.person ?? ''
    await keepDraft(page, { key: `topic/${person}/s99@2026-11-24`, text: homeless })
    await today.click()
    await expect(page.getByText(`Осталось недописанное: «${homeless}». Урока`)).toBeVisible()
    await update.click()
    await expect.poll(() => reloads, { timeout: 60_000 }).toBe(1)
    await page.goto(lesson)
    await expect(page.locator('[data-cell="0:0"]')).toBeVisible()
    await expect(topic).toHaveValue(halfTyped)
    await tablet.tapAndHear(page)
    await tablet.allSent(page)
    const log = await tablet.readLog(page)
    if (log.at(-1)?.entry.appBuild !== 'next-build') throw new Error('the new build was not taken')
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
