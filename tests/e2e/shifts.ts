// What moves on a screen without being asked to.
import type { Page } from '@playwright/test'

interface Shift {
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/** Everything that moved on the screen, whoever caused it; scrolling moves nothing in this sense. */
export const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shifted: string[] = []
    Object.assign(window, { shifted })
    const place = ({ x, y, width, height }: DOMRectReadOnly): string =>
      [x, y, width, height].map(Math.round).join(' ')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        for (const { node, previousRect, currentRect } of entry.sources) {
          const words = node?.textContent?.slice(0, 60)
          shifted.push(`${node?.nodeName} «${words}»: ${place(previousRect)} → ${place(currentRect)}`)
        }
      }
    }).observe({ type: 'layout-shift' })
  })
export const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shifted: string[] }).shifted)

/** Each control that stood in one picture and stands elsewhere in the next: a finger on its way to it would miss. */
export const watchControls = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    let before = new Map<Element, DOMRect>()
    // What is scrolled goes where a hand has sent it.
    addEventListener('scroll', () => before.clear(), true)
    const look = (): void => {
      const now = new Map<Element, DOMRect>()
      for (const one of document.querySelectorAll('button, input, a[href]')) {
        if (one.checkVisibility()) now.set(one, one.getBoundingClientRect())
      }
      for (const [one, { x, y }] of now) {
        const stood = before.get(one)
        if (!stood || (Math.abs(stood.x - x) < 2 && Math.abs(stood.y - y) < 2)) continue
        const name = one.getAttribute('aria-label') ?? one.textContent
        moved.push(
          `${one.localName} «${name?.slice(0, 40)}»: ${[stood.x, stood.y, x, y].map(Math.round).join(' ')}`,
        )
      }
      before = now
      requestAnimationFrame(look)
    }
    look()
  })
export const movedOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set((window as unknown as { moved: string[] }).moved)])
