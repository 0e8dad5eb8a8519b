// A school day before anything goes wrong: a hub with the made-up school and a tablet that has been signed in once.
// Each run works on copies of both folders.
import { join } from 'node:path'
import { listPupils } from '../../../src/app/lesson/pupil-names.ts'
import { lessonById } from '../../../src/domain/lesson.ts'
import type { School } from '../../../src/domain/school.ts'
import { createBrowserProcess } from '../../e2e/browser-process.ts'
import { createHubProcess } from '../../e2e/hub-process.ts'
import { personAt } from '../../e2e/person.ts'
import { freePort } from '../../free-port.ts'
import type { Build } from './build-variant.ts'
import { endGroup, endProcess, onLeave } from './leftovers.ts'

export interface PreparedSchool {
  build: Build
  /** Where the tablet finds the hub, or what stands before it. */
  port: number
  url: string
  path: string
  lesson: string
  /** Names by pupil, in the order of the class list. */
  pupils: ReadonlyMap<string, string>
  lists: School
  profile: string
  data: string
}

export const teacher = 'ryabinina'

export const prepareSchool = async (build: Build, folder: string): Promise<PreparedSchool> => {
  const profile = join(folder, 'profile')
  const data = join(folder, 'data')
  const hub = await createHubProcess({ dataDir: data, port: await freePort(), main: build.main })
  const browser = createBrowserProcess(profile)
  onLeave(() => endProcess(hub.pid()))
  onLeave(() => endGroup(browser.pid()))
  try {
    await hub.start()
    const page = await browser.open()
    page.setDefaultTimeout(20_000)
    await page.goto(hub.url)
    const person = personAt(page, hub)
    await person.signIn(teacher)
    const { lesson: id, path } = await person.openFirstLesson()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const lists = await page.evaluate(async () => {
      const response = await fetch('/api/reference')
      return ((await response.json()) as { reference: School }).reference
    })
    await browser.quit()
    await hub.close()
    const lesson = lessonById(lists, id)
    if (!lesson) throw new Error(`no lesson ${id}`)
    const pupils = new Map(listPupils(lists, lesson).map((one) => [one.id, one.name]))
    return { ...{ build, path, lists, pupils, profile, data }, port: hub.port, url: hub.url, lesson: id }
  } finally {
    await browser.close()
    await hub.close()
  }
}
