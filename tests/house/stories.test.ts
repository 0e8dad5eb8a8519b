// Which browser stories a run plays: a desk's choice or all, and none where Chromium is missing.
import { expect, it } from 'vitest'
import { findChromium } from '../../src/commands/chromium.ts'
import { planStories } from '../../src/commands/stories.ts'

const files = ['grid.spec.ts', 'board.spec.ts', 'person.ts', 'access/axe.spec.ts']
const chromium = '/usr/bin/chromium'

it('plays a desk’s choice and names the others', () => {
  expect(planStories(files, { all: false, chromium })).toEqual({
    play: ['tests/e2e/grid.spec.ts'],
    skipped: 0,
    said: ['left to CI: access/axe.spec.ts, board.spec.ts'],
  })
})

it('plays all where all must run', () => {
  const { play, said } = planStories(files, { all: true, chromium })
  expect(play).toEqual(['tests/e2e/access/axe.spec.ts', 'tests/e2e/board.spec.ts', 'tests/e2e/grid.spec.ts'])
  expect(said).toEqual([])
})

it('counts every story as skipped where Chromium is missing, and says what to install', () => {
  expect(planStories(files, { all: true, chromium: undefined })).toEqual({
    play: [],
    skipped: 3,
    said: ['Chromium is missing: apt-get install chromium'],
  })
  expect(planStories(files, { all: false, chromium: undefined })).toMatchObject({ play: [], skipped: 1 })
})

it('takes the first browser that the system has', () => {
  expect(findChromium((path) => path.endsWith('google-chrome'))).toBe('/usr/bin/google-chrome')
  expect(findChromium(() => false)).toBeUndefined()
})
