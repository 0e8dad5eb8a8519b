// A second press of «Не ждать» is the same act, and is answered as the first one was.
import { expect, it } from 'vitest'
import { createActIds } from '../../src/app/runtime/act-ids.ts'

it('gives the same entries the same act, and others another', () => {
  let made = 0
  const idOf = createActIds(() => `act${++made}`)
  const first = idOf(['a', 'b'])
  expect(idOf(['a', 'b'])).toBe(first)
  expect(idOf(['a'])).not.toBe(first)
})
