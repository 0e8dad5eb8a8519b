// Which tab sends: one at a time, the next when it goes, and another when it falls silent with the lock in its hand.
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/sync/engine.ts'
import { type LeaderPorts, leadWith } from '../../src/sync/leader.ts'
import { createTurnableClock } from '../turnable-clock.ts'

interface Place {
  held(): Promise<void>
  end(): void
}

/** Web Locks with one name: a queue, and taking away. */
const createLock = () => {
  let queue: Place[] = []
  const leave = (place: Place): void => {
    const first = queue[0] === place
    queue = queue.filter((one) => one !== place)
    place.end()
    if (first && queue[0]) enter(queue[0])
  }
  const enter = (place: Place): void => void place.held().then(() => leave(place))
  return (held: () => Promise<void>, steal: boolean) => {
    let end = (): void => {}
    const ended = new Promise<void>((done) => {
      end = done
    })
    const place = { held, end }
    if (steal) {
      queue.shift()?.end()
      queue.unshift(place)
    } else queue.push(place)
    if (queue[0] === place) enter(place)
    return { ended, giveUp: () => leave(place) }
  }
}

const createTabs = () => {
  const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
  const lock = createLock()
  const all: { frozen: boolean; leader: ReturnType<typeof leadWith> }[] = []
  const open = () => {
    let running = false
    const engine = {
      start: () => {
        running = true
      },
      stop: async () => {
        running = false
      },
    } as Engine
    const tell = (what: 'asked' | 'heard'): void => {
      for (const other of all) if (other !== tab && !other.frozen) other.leader[what]()
    }
    const ports: LeaderPorts = {
      ...{ lock, setTimer: clock.setTimer },
      ask: () => tell('asked'),
      answer: () => tell('heard'),
    }
    const tab = { frozen: false, leader: leadWith(engine, ports), runs: () => running }
    all.push(tab)
    return tab
  }
  return { clock, open }
}

describe('the sending tab', () => {
  it('is the first one, and the next when it goes', async () => {
    const { clock, open } = createTabs()
    const [one, two] = [open(), open()]
    await clock.advance(120_000)
    expect([one.runs(), two.runs()]).toEqual([true, false])
    await one.leader.resign()
    await clock.rest()
    expect([one.runs(), two.runs()]).toEqual([false, true])
    await two.leader.resign()
    expect(two.runs()).toBe(false)
  })

  it('is replaced within a minute when it is frozen, and steps back when it thaws', async () => {
    const { clock, open } = createTabs()
    const [one, two, three] = [open(), open(), open()]
    await clock.advance(5_000)
    one.frozen = true
    await clock.advance(60_000)
    expect([two.runs(), three.runs()].filter(Boolean)).toHaveLength(1)
    one.frozen = false
    await clock.advance(120_000)
    expect([one, two, three].filter((tab) => tab.runs())).toHaveLength(1)
    expect(one.runs()).toBe(false)
  })

  it('goes back to the one that was frozen when the other closes', async () => {
    const { clock, open } = createTabs()
    const [one, two] = [open(), open()]
    one.frozen = true
    await clock.advance(60_000)
    expect(two.runs()).toBe(true)
    one.frozen = false
    await two.leader.resign()
    await clock.rest()
    expect([one.runs(), two.runs()]).toEqual([true, false])
  })
})
