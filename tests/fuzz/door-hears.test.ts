// Whatever АИС, or anything in its place, answers: the door gives a result, and the carrier is told nothing untrue.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createStandInDoor } from '../../src/connectors/stand-in/stand-in-door.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { cases, spoiledText } from './spoiled.ts'

const now = '2026-11-24T05:00:00.000Z'
const session = { person: 'algebraist', key: 'k', expiresAt: now }
const page = { lesson: algebraFirst, slots: { a: 'ОТ', b: '5' }, changed: { by: 'x', at: now } }

it('an answer that is no page, no session or no success is a failure', async () => {
  const status = fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, fc.integer({ min: 100, max: 599 }))
  let pages = 0
  await fc.assert(
    fc.asyncProperty(status, spoiledText([page, session]), async (code, text) => {
      const door = createStandInDoor({
        baseUrl: 'http://ais',
        fetch: async () => ({ status: code, text, ms: 1 }),
        now: () => now,
      })
      expect(['up', 'down', 'blocked']).toContain((await door.probe()).reach)
      const read = await door.readLesson(session, algebraFirst)
      if (read.ok) {
        pages += 1
        expect(code).toBe(200)
        expect(read.value.lesson).toBe(algebraFirst)
        for (const slot of Object.values(read.value.slots)) expect(typeof slot).toBe('string')
      }
      const opened = await door.openSession('algebraist', 'code')
      if (opened.ok) expect(opened.value.person).toBe('algebraist')
      const applied = await door.apply(session, algebraFirst, { a: 'Б' })
      if (applied.ok) expect(code).toBe(200)
    }),
    cases(10_000),
  )
  expect(pages).toBeGreaterThan(0)
}, 120_000)
