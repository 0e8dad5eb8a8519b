// The start of a tablet without a second copy, or with one that does not answer: a loss is told, and recording goes on.
// And the page that is put aside: it leaves no transaction open behind it.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openMemory } from '../../src/app/runtime/memory.ts'
import { useMemoryState } from '../../src/app/runtime/memory-state.ts'
import { openOpfsCopy } from '../../src/app/second-copy/opfs-copy.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { createAppend } from '../../src/store/append.ts'
import { createJournal } from '../../src/store/journal.ts'
import type { SecondCopy } from '../../src/store/second-copy/copy-lines.ts'
import { readIncident } from '../../src/store/second-copy/incident.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice } from '../store/memory-device.ts'

vi.mock('../../src/app/second-copy/opfs-copy.ts', () => ({ openOpfsCopy: vi.fn() }))

const key = 'tablet/algebraist/1'
const cellOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const absent = { code: 'absent' } as const

const silent = async (): Promise<never> => {
  throw new Error('no answer in time')
}
/** Takes a text and gives none back. */
const mute: SecondCopy = { append: async () => {}, read: silent, readAll: silent, replace: async () => {} }

const copies: [string, SecondCopy | null][] = [
  ['without a second copy', null],
  ['with a second copy that does not answer', mute],
]

describe.each(copies)('a start %s', (_, copy) => {
  let indexedDB = new IDBFactory()
  beforeEach(() => {
    indexedDB = new IDBFactory()
    vi.stubGlobal('indexedDB', indexedDB)
    vi.stubGlobal('addEventListener', () => {})
    vi.mocked(openOpfsCopy).mockReturnValue(copy)
  })
  afterEach(() => vi.unstubAllGlobals())

  /** A tablet on which three were recorded, and some are gone. */
  const damaged = async (...gone: number[]): Promise<void> => {
    const device = createMemoryDevice(indexedDB)
    await device.db.meta.put({ name: 'device', value: 'tablet' })
    for (const pupil of ['p1', 'p2', 'p3']) await device.write(cellOf(pupil), absent)
    for (const seq of gone) await device.db.log.delete([key, seq])
    device.db.close()
  }
  const start = async () => {
    const { db, gate } = await openMemory(() => 'another')
    const author = {
      ...{ log: { device: 'tablet', person: 'algebraist' }, roleIn: () => 'subjectTeacher' as const },
      ...{ refVersion: 1, clock: null },
    }
    const ports = { db, gate, newId: () => crypto.randomUUID(), now: () => 0, appBuild: 'test' }
    const journal = createJournal({ ...ports, append: createAppend(db) })
    const tap = () => journal.record(author, [{ cell: cellOf('p4'), value: absent, saw: null, follows: [] }])
    return { db, tap, incident: await readIncident(db) }
  }

  it('tells of what is nowhere any more', async () => {
    await damaged(2)
    const { db, incident } = await start()
    expect(incident).toMatchObject({ restored: 0, lost: 1 })
    expect(useMemoryState.getState().copies).toBe(1)
    db.close()
  })

  it('goes on in a new epoch where the end of the log is gone', async () => {
    await damaged(3)
    const { db, tap, incident } = await start()
    expect(incident).toMatchObject({ lost: 1 })
    expect(await tap()).toMatchObject({ kind: 'saved', entries: [{ seq: 1, log: { epoch: 2 } }] })
    db.close()
  })

  it('finds nothing where nothing is wrong', async () => {
    await damaged()
    const { db, tap, incident } = await start()
    expect(incident).toBeNull()
    expect(await tap()).toMatchObject({ kind: 'saved', entries: [{ seq: 4, log: { epoch: 1 } }] })
    db.close()
  })
})

describe('a page that is put aside', () => {
  const listeners = new Map<string, (event: { persisted: boolean }) => void>()
  const reload = vi.fn()
  beforeEach(() => {
    reload.mockReset()
    vi.stubGlobal('indexedDB', new IDBFactory())
    vi.stubGlobal('location', { reload })
    vi.stubGlobal('addEventListener', (name: string, listener: () => void) => listeners.set(name, listener))
    vi.mocked(openOpfsCopy).mockReturnValue(null)
  })
  afterEach(() => vi.unstubAllGlobals())
  const hear = (name: 'pagehide' | 'pageshow', persisted: boolean): void =>
    listeners.get(name)?.({ persisted })
  const draft = { key: 'topic/algebraist/l', text: 'Одночлены' }

  it('begins no transaction until it is back, and goes on as it stood', async () => {
    const { db } = await openMemory(() => 'tablet')
    hear('pagehide', true)
    hear('pageshow', true)
    await db.draft.put(draft)
    expect(reload).not.toHaveBeenCalled()
    hear('pagehide', true)
    await expect(db.draft.put({ ...draft, text: 'Многочлены' })).rejects.toThrow()
    await expect(db.draft.count()).rejects.toThrow()
    hear('pageshow', true)
    expect(await db.draft.toArray()).toEqual([draft])
    // Somebody has asked in vain: the page starts anew, and no screen waits for an answer for ever.
    expect(reload).toHaveBeenCalledOnce()
    db.close()
  })

  it('saves to its end what it has begun when it is not to come back', async () => {
    const { db } = await openMemory(() => 'tablet')
    const saving = db.draft.put(draft)
    hear('pagehide', false)
    await saving
    expect(await db.draft.count()).toBe(1)
    db.close()
  })
})
