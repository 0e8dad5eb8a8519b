// A screen that nobody walks through has no access story: each route of the app has a row in the list of screens.
import { expect, it } from 'vitest'
import { routesOfApp, screens } from '../e2e/access/screens.ts'

it('has a row for every route of the app, and no row for a route that is gone', () => {
  const walked = new Set(screens.map((screen) => screen.route))
  expect(routesOfApp().length).toBeGreaterThan(10)
  expect([...walked].sort()).toEqual([...new Set(routesOfApp())].sort())
})
