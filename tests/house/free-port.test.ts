// A port that was given to a server is given to no other before that one has begun to listen.
import { expect, it } from 'vitest'
import { freePort } from '../free-port.ts'

it('is given once, though nobody listens there yet', async () => {
  const first = await freePort()
  const named: number[] = []
  const second = await freePort(() => {
    // The same one twice, then those beside it.
    named.push(first + Math.max(0, named.length - 1))
    return named.at(-1) ?? first
  })
  expect(named.slice(0, 2)).toEqual([first, first])
  expect(second).not.toBe(first)
})
