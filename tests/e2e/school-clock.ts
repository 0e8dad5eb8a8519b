// Stories and faults live on one school day, whatever day it is outside: their hubs and their pages are told its hours.
// On a day off, in the holidays or in summer there would be nothing to mark.
import type { Browser } from '@playwright/test'

/** A Tuesday of the second term, 12:40 at the school. */
const beginsAt = Date.parse('2026-11-24T05:40:00.000Z')
const shiftMs = beginsAt - Date.now()

/** The story's moment, in milliseconds. */
export const schoolNow = (): number => Date.now() + shiftMs

/** Sets the clock of the process or the page that runs it first: so many milliseconds ahead of the real one. */
export const clockAhead = (shiftMs: number): string => `globalThis.Date = new Proxy(Date, {
  construct: (date, given, as) => Reflect.construct(date, given.length > 0 ? given : [date.now() + ${shiftMs}], as),
  get: (date, name) => (name === 'now' ? () => date.now() + ${shiftMs} : Reflect.get(date, name)),
})`

export const clockScript = clockAhead(shiftMs)

/** Every page of a context that is opened from now on has the story's clock. */
export const onSchoolDay = (browser: Browser): Browser => {
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await context.addInitScript(clockScript)
    return context
  }
  return browser
}
