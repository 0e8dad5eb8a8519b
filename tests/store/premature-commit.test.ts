// A write that awaits something foreign in its transaction: the browser commits what is there, and Dexie tells of an error.
// The screen's word follows what lies in the log: all of an act, or «не сохранено».
import { describe, expect, it, vi } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { Append } from '../../src/store/append.ts'
import type { JournalDatabase } from '../../src/store/database.ts'
import { endBehind, newestHead } from '../../src/store/logs.ts'
import { countStates } from '../../src/store/outbox-view.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice } from './memory-device.ts'

const cell = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const act = ['p1', 'p2'].map((pupil) => ({
  ...{ cell: cell(pupil), value: { code: 'absent' } as const, saw: null, follows: [] },
}))

/** As a timer or the network is: the transaction does not wait for it. */
const somethingForeign = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

const careless =
  (db: JournalDatabase, waits: 'before its last row' | 'after its last row'): Append =>
  (owner, make) =>
    db.transaction('rw', db.log, db.logHead, async () => {
      const { rows, end } = make(endBehind(newestHead(await db.logHead.toArray(), owner), undefined))
      const last = rows.at(-1)
      if (!last) throw new Error('an act of two')
      await db.logHead.put(end.head)
      await db.log.bulkAdd(rows.slice(0, -1))
      if (waits === 'before its last row') await somethingForeign()
      await db.log.add(last)
      if (waits === 'after its last row') await somethingForeign()
      return rows
    })

const recordCarelessly = async (waits: Parameters<typeof careless>[1]) => {
  const device = createMemoryDevice()
  let error: unknown = null
  vi.spyOn(device.disk, 'append').mockImplementation((owner, make) =>
    careless(device.db, waits)(owner, make).catch((thrown: unknown) => {
      error = thrown
      throw thrown
    }),
  )
  const outcome = await device.journal.record(device.author, act)
  return { device, outcome, error, kept: await device.db.log.count() }
}

describe('a transaction that was committed too early', () => {
  it('with all of the act in it is no failure: the act is saved, once, and copied', async () => {
    const { device, outcome, error, kept } = await recordCarelessly('after its last row')
    expect(error).toMatchObject({ name: 'PrematureCommitError' })
    expect(outcome).toMatchObject({ kind: 'saved', entries: [{ seq: 1 }, { seq: 2 }] })
    expect([kept, device.copied.length]).toEqual([2, 2])
    expect(await countStates(device.db, device.author.log)).toMatchObject({ recorded: 2 })
  })

  it('with a half of the act in it is not called saved', async () => {
    const { device, outcome, error, kept } = await recordCarelessly('before its last row')
    expect(error).toBeInstanceOf(Error)
    expect(kept).toBe(1)
    expect(outcome).toMatchObject({ kind: 'notSaved' })
    expect(device.copied).toEqual([])
  })
})
