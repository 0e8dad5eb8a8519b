// The stand-in АИС as a real server on loopback, with the door to it and the person who clicks.
import { randomUUID } from 'node:crypto'
import { createStandInDoor } from '../../src/connectors/stand-in/stand-in-door.ts'
import { createStandIn } from '../../src/demo/stand-in/stand-in.ts'
import { doorFetch } from '../../src/hub/transfer/door-fetch.ts'
import type { TurnableClock } from '../turnable-clock.ts'

export const createStandInRig = async (clock: TurnableClock) => {
  const standIn = createStandIn({
    file: ':memory:',
    host: '127.0.0.1',
    port: 0,
    now: clock.instant,
    newToken: randomUUID,
  })
  await standIn.up()
  const target = createStandInDoor({ baseUrl: standIn.baseUrl(), fetch: doorFetch, now: clock.instant })
  /** Opens the page and presses its one button; returns where АИС sends the browser. */
  const click = async (page: string): Promise<URL> => {
    const address = new URL(page)
    const form = new URLSearchParams(address.search)
    const shown = await fetch(address)
    if (!(await shown.text()).includes('Открыть сессию')) throw new Error('no button on the page')
    const answer = await fetch(new URL('/session', address), {
      method: 'POST',
      body: form,
      redirect: 'manual',
    })
    return new URL(answer.headers.get('location') ?? '')
  }
  return { standIn, target, click }
}
