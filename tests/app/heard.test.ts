// What nobody waits for is heard all the same: a press that could not be written down is told to the strip.
import { beforeEach, expect, it } from 'vitest'
import { heard } from '../../src/app/runtime/heard.ts'
import { useMemoryState } from '../../src/app/runtime/memory-state.ts'

const unsaved = () => useMemoryState.getState().unsaved
beforeEach(() => useMemoryState.getState().set({ unsaved: null }))

it('tells of what failed, and why', async () => {
  heard(Promise.reject(Object.assign(new Error(), { name: 'QuotaExceededError' })))
  await expect.poll(unsaved).toMatchObject({ kind: 'notSaved', why: 'full' })
})

it('tells nothing of what was done', async () => {
  const done = Promise.resolve(1)
  heard(done)
  await done
  expect(unsaved()).toBeNull()
})
