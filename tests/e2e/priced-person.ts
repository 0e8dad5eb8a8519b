// A person whose taps, keys and scrolls the page itself counts; looks and thoughts are said by the story.
import type { Locator, Page } from '@playwright/test'
import type { Path } from './keystroke-model.ts'

interface Counted {
  tap: number
  key: number
  scroll: number
}

declare global {
  interface Window {
    counted: Counted
  }
}

/** Counts what comes from outside the page: neither scripts of the page nor the browser's own clicks count. */
const countInPage = (): void => {
  window.counted = { tap: 0, key: 0, scroll: 0 }
  let scrolledAt = Number.NEGATIVE_INFINITY
  const on = (type: string, count: (event: Event) => void): void =>
    addEventListener(type, (event) => event.isTrusted && count(event), { capture: true, passive: true })
  on('pointerdown', () => {
    window.counted.tap += 1
  })
  on('keydown', (event) => {
    const { key } = event as KeyboardEvent
    // A chord is pressed with one hand's move: its modifiers are no strokes of their own.
    if (!['Control', 'Shift', 'Alt', 'Meta'].includes(key)) window.counted.key += 1
  })
  on('scroll', () => {
    const now = performance.now()
    if (now - scrolledAt > 200) window.counted.scroll += 1
    scrolledAt = now
  })
}

export const createPricedPerson = async (page: Page) => {
  await page.addInitScript(countInPage)
  let look = 0
  let mental = 0
  /** The middle of what is in sight and free to be touched, or null: then it must be scrolled to first. */
  const inSight = (target: Locator) =>
    target.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const [left, top] = [x + width / 2, y + height / 2]
      return element.contains(document.elementFromPoint(left, top)) ? { left, top } : null
    })
  /** A finger touches the glass at a place; Playwright's own tap would scroll what needs no scrolling. */
  const tap = async (target: Locator): Promise<void> => {
    await target.waitFor()
    if (!(await inSight(target))) await target.scrollIntoViewIfNeeded()
    const place = await inSight(target)
    if (!place) throw new Error('what is to be tapped lies under something else')
    await page.touchscreen.tap(place.left, place.top)
  }
  return {
    /** From here on. */
    begin: async (): Promise<void> => {
      look = 0
      mental = 0
      await page.evaluate(() => {
        window.counted = { tap: 0, key: 0, scroll: 0 }
      })
    },
    /** Finds something in sight and taps it. */
    findAndTap: async (target: Locator): Promise<void> => {
      look += 1
      await tap(target)
    },
    /** Taps what the hand knows the place of. */
    tap,
    /** Finds something in sight without touching it. */
    look: (): void => {
      look += 1
    },
    decide: (): void => {
      mental += 1
    },
    type: (text: string): Promise<void> => page.keyboard.type(text),
    press: (key: string): Promise<void> => page.keyboard.press(key),
    path: async (): Promise<Path> => ({ ...(await page.evaluate(() => window.counted)), look, mental }),
  }
}
