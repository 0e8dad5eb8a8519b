// The `test` of every story: its pages have the clock of the school day that the stories live on. Whoever asks for a hub
// gets one of their own, gone with the story; whoever asks for the teacher finds her signed in there.
import { test as base } from '@playwright/test'
import { createHubProcess, type HubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { onSchoolDay } from './school-clock.ts'

interface Cast {
  hub: HubProcess
  teacher: ReturnType<typeof personAt>
}

export const test = base.extend<Cast, object>({
  browser: [({ browser }, use) => use(onSchoolDay(browser)), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it is made of, and a hub is made of nothing
  hub: async ({}, use) => {
    const hub = await createHubProcess()
    try {
      await hub.start()
      await use(hub)
    } finally {
      await hub.close()
    }
  },
  teacher: async ({ page, hub }, use) => {
    const teacher = personAt(page, hub)
    await page.goto(hub.url)
    await teacher.signIn('ryabinina')
    await use(teacher)
  },
})
