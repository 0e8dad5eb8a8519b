// One offline story in three engines; what an engine lacks is said on the screen, and here in a table.
import { expect } from '@playwright/test'
import { createChromium } from './engines/chromium.ts'
import { createFirefox } from './engines/firefox.ts'
import { type Told, tellOfflineStory } from './engines/story.ts'
import { createWebKit } from './engines/webkit.ts'
import { createHubProcess } from './hub-process.ts'
import { test } from './school-test.ts'

const table: ({ engine: string } & Told)[] = []

for (const create of [createChromium, createFirefox, createWebKit]) {
  const engine = create()
  test(`${engine.name} records without the server, is killed, and sends everything when the server is back`, async () => {
    test.skip(engine.missing !== null, engine.missing ?? '')
    const hub = await createHubProcess({ clock: 'real' })
    try {
      await hub.start()
      const told = await tellOfflineStory(engine, hub)
      table.push({ engine: engine.name, ...told })
      expect(told).toMatchObject({ kept: 3, sent: 3 })
      expect(told.copies).toMatch(/в двух копиях|в одной копии/)
    } finally {
      await engine.close()
      await hub.close()
    }
  })
}

test.afterAll(() => {
  for (const { engine, kept, sent, signedInAgain, copies, persistence } of table) {
    const again = signedInAgain ? ' after another sign-in' : ''
    console.log(`${engine}: kept ${kept}, sent ${sent}${again}. ${copies} ${persistence}`)
  }
})
