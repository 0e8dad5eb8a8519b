// The offline story, told the same way to every engine: install, record, server gone, killed, started again, sent.
import type { createHubProcess } from '../hub-process.ts'
import { type Engine, type EnginePage, waitFor } from './engine.ts'

/** Runs in the page: what a person finds by its words. */
const finding = `
  const named = (selector, words) =>
    [...document.querySelectorAll(selector)].find((one) =>
      ((one.getAttribute('aria-label') ?? '') + ' ' + one.textContent).includes(words))
  const type = (label, text) => {
    const field = document.getElementById(named('label', label).htmlFor)
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
`
const inPage = (body: string): string => `(() => { ${finding} ${body} })()`

const sees = (page: EnginePage, words: string, limitMs?: number): Promise<boolean> =>
  waitFor(
    `«${words}»`,
    () => page.evaluate(`document.body.innerText.includes(${JSON.stringify(words)})`),
    limitMs,
  )

const press = async (page: EnginePage, selector: string, words: string): Promise<void> => {
  const find = `named(${JSON.stringify(selector)}, ${JSON.stringify(words)})`
  await waitFor(`«${words}» to press`, () => page.evaluate<boolean>(inPage(`return Boolean(${find})`)))
  await page.evaluate(inPage(`${find}.click()`))
}

const signIn = async (page: EnginePage): Promise<void> => {
  await sees(page, 'Имя для входа')
  await page.evaluate(inPage(`type('Имя для входа', 'ryabinina'); type('Пароль временного журнала', 'demo')`))
  await press(page, 'button', 'Войти')
}

/** The engine sends by itself, unless the killed browser has forgotten who was signed in. */
const sendEverything = async (page: EnginePage): Promise<boolean> => {
  const end = await waitFor(
    'everything to be sent, or to wait for a sign-in',
    () =>
      page.evaluate<string>(`/Всё отправлено|Отправка ждёт входа/.exec(document.body.innerText)?.[0] ?? ''`),
    60_000,
  )
  if (end === 'Всё отправлено') return false
  await press(page, 'button', 'Войти снова')
  await signIn(page)
  await sees(page, 'Всё отправлено', 60_000)
  return true
}

/** What a drawn «Сегодня» leads to next; empty while it is still being drawn. */
const wayOn = `
  if (named('label', 'Имя для входа')) return 'sign-in'
  if (named('a', 'Отметить')) return 'lesson'
  if (named('a', 'Последние уроки')) return 'last'
  return document.querySelector('[data-row]') ? 'before' : ''
`

/**
 * On a day off a link leads to the newest lessons; early in the morning they are of the school day before. A browser that
 * ended without putting its cookie away asks for the name again.
 */
const openTaughtLesson = async (page: EnginePage): Promise<string> => {
  const goOn = async (): Promise<boolean> => {
    const way = await waitFor('a drawn day', () => page.evaluate<string>(inPage(wayOn)))
    if (way === 'sign-in') await signIn(page)
    if (way === 'last' || way === 'before') {
      const old = await page.evaluate<string>('location.pathname')
      const link = way === 'last' ? `named('a', 'Последние уроки')` : `named('button', 'День раньше')`
      await page.evaluate(inPage(`${link}.click()`))
      await waitFor('another day', () => page.evaluate<boolean>(`location.pathname !== '${old}'`))
    }
    return way === 'lesson'
  }
  await waitFor('a lesson that has begun', goOn, 120_000).catch(async (error) => {
    throw new Error(
      `${error.message}, on ${await page.evaluate('location.pathname + document.body.innerText')}`,
    )
  })
  await press(page, 'a', 'Отметить')
  await sees(page, 'Урок отмечен')
  return page.evaluate<string>('location.pathname')
}

const rows = [2, 5, 9]
const nameOf = (no: number): string =>
  `(document.querySelector('[data-cell="${no - 1}:0"] .visually-hidden')?.textContent ?? '')`

const isAbsent = (page: EnginePage, no: number): Promise<boolean> =>
  waitFor(`pupil ${no} to be absent`, () =>
    page.evaluate<boolean>(`/: Н, (на планшете|на сервере школы)$/.test(${nameOf(no)})`),
  )

export interface Told {
  /** Entries that were on the screen after the kill, and those that reached the hub. */
  kept: number
  sent: number
  /** What the journal says of this engine's storage. */
  copies: string
  persistence: string
  /** The browser lost its cookie with its life; entries wait for the sign-in and lose nothing by it. */
  signedInAgain: boolean
}

export const tellOfflineStory = async (
  engine: Engine,
  hub: Awaited<ReturnType<typeof createHubProcess>>,
): Promise<Told> => {
  let page = await engine.open()
  await page.goto(`${hub.url}/`)
  await signIn(page)
  await sees(page, 'Всё отправлено')
  // The lists come a moment later: who ends before has nothing to record in without another sign-in.
  await waitFor('a drawn day', () => page.evaluate<string>(inPage(wayOn)))
  await page.evaluate('void navigator.serviceWorker.ready.then(() => { window.installed = true })')
  await waitFor('the worker to be installed', () => page.evaluate<boolean>('window.installed === true'))
  // Ended as a person does, so that the browser has put everything away.
  await engine.quit()

  page = await engine.open()
  await page.goto(`${hub.url}/today`)
  const path = await openTaughtLesson(page)
  await hub.kill()
  for (const no of rows) {
    await page.evaluate(`document.querySelector('[data-cell="${no - 1}:0"]').click()`)
    await isAbsent(page, no)
  }
  await engine.kill()

  page = await engine.open()
  await page.goto(`${hub.url}${path}`)
  let kept = 0
  for (const no of rows) if (await isAbsent(page, no)) kept += 1
  await page.goto(`${hub.url}/outbox`)
  await sees(page, 'Запасной путь')
  const sentence = (part: string) =>
    waitFor(`what it says of ${part}`, () =>
      page.evaluate<string>(inPage(`return named('p', ${JSON.stringify(part)})?.textContent.trim() ?? ''`)),
    )
  const copies = await sentence('хранится на планшете')
  const persistence = await waitFor('what it says of keeping', () =>
    page.evaluate<string>(
      inPage(`return (named('p', 'обещал') ?? named('p', 'сотрёт ли'))?.textContent ?? ''`),
    ),
  )

  await hub.start()
  const signedInAgain = await sendEverything(page)
  await page.goto(`${hub.url}${path}`)
  let sent = 0
  for (const no of rows) {
    const arrived = `/: Н, на сервере школы$/.test(${nameOf(no)})`
    if (await waitFor(`pupil ${no} at the hub`, () => page.evaluate<boolean>(arrived))) sent += 1
  }
  return { kept, sent, copies, persistence, signedInAgain }
}
