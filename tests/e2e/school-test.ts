// The `test` of every story: its pages have the clock of the school day that the stories live on.
import { test as base } from '@playwright/test'
import { onSchoolDay } from './school-clock.ts'

export const test = base.extend<object, object>({
  browser: [({ browser }, use) => use(onSchoolDay(browser)), { scope: 'worker' }],
})
