// What is said of unsent entries beside another sentence must not keep that sentence from being said.
import { expect, it } from 'vitest'
import { knownUnsent } from '../../src/store/outbox-view.ts'
import { createMemoryDevice } from './memory-device.ts'

it('counts what waits, and nothing in a tab whose database is closed', async () => {
  const { db, log, write } = createMemoryDevice()
  await write({ kind: 'attendance', lesson: 's1@2026-11-24', pupil: 'p1' }, { code: 'absent' })
  expect(await knownUnsent(db, log)).toBe(1)
  db.close()
  expect(await knownUnsent(db, log)).toBe(0)
})
