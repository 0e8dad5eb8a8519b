// What can be measured of a screen: sizes of targets, what Tab reaches and how it looks, what runs out of the page.
import type { Page } from '@playwright/test'

const interactive =
  'a[href], button, input:not([type=hidden]):not([type=file]), select, textarea, summary, [tabindex="0"]:not(main)'

/** Targets below their size: 48 px both ways, `fine` for a desk's pointer, cells of a register 50 × 44. */
export const smallTargets = (page: Page, least = 48): Promise<string[]> =>
  page.evaluate(
    ([selector, size]) => {
      const small: string[] = []
      for (const one of document.querySelectorAll<HTMLElement>(selector)) {
        if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.visually-hidden')) continue
        // A tick in a label is hit by its whole label; the link over the strip is only for keys.
        const target = (one.matches('[type=checkbox], [type=radio]') && one.closest('label')) || one
        const { width, height, bottom } = target.getBoundingClientRect()
        if (bottom < 0) continue
        const cell = one.closest('[data-cell], [data-at]') !== null
        const [wide, high] = cell ? [50, 44] : [size, size]
        if (width >= wide - 0.5 && height >= high - 0.5) continue
        const name = cell
          ? 'a cell'
          : (one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40))
        small.push(`${one.localName} «${name}» ${Math.round(width)} × ${Math.round(height)}`)
      }
      return [...new Set(small)]
    },
    [interactive, least] as const,
  )

interface Stop {
  name: string
  /** Null when the ring is seen. */
  fault: string | null
}

/** What the focus rests on now: whether its ring is at least 3 px and nothing lies over its middle. */
const stopAt = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null
    if (!one || one === document.body) return null
    const name = `${one.localName} ${one.getAttribute('aria-label') ?? one.id} ${one.textContent?.trim().slice(0, 40)}`
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 3)
      return { name, fault: 'no ring of 3 px' }
    const box = one.getBoundingClientRect()
    const left = Math.max(0, box.left)
    const top = Math.max(0, box.top)
    const x = (left + Math.min(innerWidth, box.right)) / 2
    const y = (top + Math.min(innerHeight, box.bottom)) / 2
    if (box.bottom <= 0 || box.top >= innerHeight) return { name, fault: 'out of sight' }
    const seen = document.elementFromPoint(x, y)
    const own = seen && (one.contains(seen) || seen.contains(one) || seen.closest('label')?.contains(one))
    return { name, fault: own ? null : `covered by ${seen?.localName} ${seen?.className}` }
  })

/** Walks the screen by Tab: stops without a seen ring, and controls that no Tab reached. */
export const walkByTab = async (page: Page): Promise<{ stops: number; faults: string[] }> => {
  await page.evaluate((selector) => {
    for (const one of document.querySelectorAll<HTMLElement>(selector)) delete one.dataset.reached
    const start = document.querySelector<HTMLElement>('dialog[open]') ?? document.body
    start.tabIndex = -1
    start.focus()
  }, interactive)
  const faults: string[] = []
  let stops = 0
  for (; stops < 600; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopAt(page)
    if (!stop) break
    if (stop.fault) faults.push(`${stop.name}: ${stop.fault}`)
    const again = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement
      const before = one.dataset.reached
      one.dataset.reached = String(Number(before ?? 0) + 1)
      return Number(before ?? 0) > 8
    })
    if (again) break
  }
  const missed = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter(
          (one) => one.checkVisibility({ visibilityProperty: true }) && !(one as HTMLButtonElement).disabled,
        )
        // Behind an open sheet nothing is to be reached.
        .filter((one) => !document.querySelector('dialog[open]') || one.closest('dialog'))
        // Inside one grid, and inside one group of choices, arrows walk on.
        .filter(
          (one) => one.tabIndex >= 0 && !one.matches('[type=radio]') && one.dataset.reached === undefined,
        )
        .map(
          (one) =>
            `${one.localName} ${one.getAttribute('aria-label') ?? one.id} ${one.textContent?.trim().slice(0, 40)}`,
        ),
    interactive,
  )
  return { stops, faults: [...faults, ...missed.map((name) => `${name}: not reached`)] }
}

/** What runs out of the page sideways or is cut; a table of cells may scroll in its own box. */
export const lostSideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lost: string[] = []
    const scrolls = (one: Element): boolean => /auto|scroll/.test(getComputedStyle(one).overflowX)
    const inGrid = (one: Element): boolean => one.closest('table, [role=grid]') !== null
    const tell = (one: Element): string =>
      `${one.localName}.${String(one.className).slice(0, 30)} «${(one.textContent ?? '').trim().slice(0, 40)}»`
    const root = document.documentElement
    if (root.scrollWidth > innerWidth) lost.push(`the page itself, ${root.scrollWidth} px`)
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility() || one.closest('.visually-hidden, svg, [aria-hidden=true]') || inGrid(one))
        continue
      if (getComputedStyle(one).clipPath !== 'none') continue
      const over = one.scrollWidth - one.clientWidth
      const holdsTable = one.querySelector(':scope > table, :scope > [role=grid]') !== null
      if (scrolls(one) && over > 1 && !holdsTable) lost.push(`${tell(one)} scrolls ${over} px`)
      else if (getComputedStyle(one).textOverflow === 'ellipsis' && over > 1) lost.push(`${tell(one)} is cut`)
      const { right, left, width } = one.getBoundingClientRect()
      if (width > 0 && (right > innerWidth + 1 || left < -1) && one.childElementCount === 0)
        lost.push(`${tell(one)} stands ${Math.round(right - innerWidth)} px outside`)
    }
    return [...new Set(lost)].slice(0, 12)
  })

/** Whatever still moves. */
export const motions = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .map((one) => ({ one, style: getComputedStyle(one) }))
      .filter(({ style }) =>
        [style.transitionDuration, style.animationDuration].some((list) =>
          list.split(',').some((each) => Number.parseFloat(each) > 0),
        ),
      )
      .map(({ one }) => `${one.localName}.${one.className}`),
  )
