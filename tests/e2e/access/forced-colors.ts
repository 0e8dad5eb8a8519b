// What of a screen is told by a colour of its own, and is gone where the system forces a few colours on every page.
import type { Page } from '@playwright/test'

const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      delete one.dataset.inked
      const { backgroundColor } = getComputedStyle(one)
      const { width, height } = one.getBoundingClientRect()
      // A field shows its value, which is no text of its own.
      const empty =
        one.childElementCount === 0 && one.textContent === '' && !one.closest('svg, .visually-hidden, input')
      if (empty && width > 0 && height > 0 && !/^rgba.*, 0\)$/.test(backgroundColor)) one.dataset.inked = ''
    }
  })

/** Dots and bars without ink, signs that melt into their ground, and what is chosen and looks like what is not. */
export const lostInForcedColors = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ forcedColors: 'none' })
  await mark(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const lost = await page.evaluate(() => {
    const seen = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true })
    const clear = (color: string): boolean => /^rgba.*, 0\)$/.test(color)
    const groundOf = (one: Element | null): string => {
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (!clear(backgroundColor)) return backgroundColor
      }
      return 'none'
    }
    const tell = (one: Element): string =>
      `${one.localName}.${one.getAttribute('class') ?? ''} «${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30)}»`
    const framed = (one: Element): boolean => {
      const { borderTopWidth, borderBottomWidth, borderLeftWidth, borderRightWidth } = getComputedStyle(one)
      const sides = [borderTopWidth, borderBottomWidth, borderLeftWidth, borderRightWidth]
      return sides.some((width) => Number.parseFloat(width) > 0)
    }
    const faults: string[] = []
    for (const one of document.querySelectorAll('[data-inked]')) {
      if (seen(one) && !framed(one) && groundOf(one) === groundOf(one.parentElement))
        faults.push(`${tell(one)} has no ink`)
    }
    for (const one of document.querySelectorAll('svg')) {
      if (seen(one) && getComputedStyle(one).color === groundOf(one))
        faults.push(`${tell(one)} melts into its ground`)
      for (const part of one.querySelectorAll('*')) {
        const { fill, stroke } = getComputedStyle(part)
        const ground = groundOf(one)
        if (
          seen(one) &&
          [fill, stroke].every((paint) => paint === 'none' || paint === ground) &&
          part.localName === 'use'
        )
          faults.push(`${tell(one)} is painted as its ground`)
      }
    }
    const looks = (one: Element): string => {
      const { backgroundColor, borderTopWidth, borderTopStyle, borderTopColor, outlineStyle, outlineWidth } =
        getComputedStyle(one)
      const frame = [borderTopWidth, borderTopStyle, borderTopColor, outlineStyle, outlineWidth]
      return [backgroundColor, ...frame, getComputedStyle(one).boxShadow].join()
    }
    const chosen = '[aria-pressed="true"], [aria-selected="true"], [aria-current]:not([aria-current="false"])'
    for (const one of document.querySelectorAll(chosen)) {
      const other = [...document.querySelectorAll(`${one.localName}`)].find(
        (each) => each !== one && !each.matches(chosen) && each.className === one.className && seen(each),
      )
      if (seen(one) && other && looks(one) === looks(other))
        faults.push(`${tell(one)} is chosen and looks like the others`)
    }
    return [...new Set(faults)].slice(0, 12)
  })
  return lost
}
