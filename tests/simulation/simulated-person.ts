// What a person does in a tab of their tablet: they record, settle and undo what its screen shows.
import { isDeepStrictEqual } from 'node:util'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import type { Entry, LogOwner } from '../../src/domain/entry.ts'
import { asksReason, maySettle } from '../../src/domain/role.ts'
import { owesReason } from '../../src/domain/settle/unexplained.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readCell, readConflicts } from '../../src/store/cell-view.ts'
import type { JournalDatabase } from '../../src/store/database.ts'
import { signIn, signOut } from '../../src/store/device.ts'
import type { Author } from '../../src/store/journal.ts'
import { readReference } from '../../src/store/reference.ts'
import { undoLast } from '../../src/store/undo.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import type { SimulatedTab } from './simulated-tab.ts'
import type { NetworkState } from './spoiled-network.ts'

export interface SimulatedPersonPorts {
  log: LogOwner
  net: NetworkState
  /** Whether the disk is full at the next tap. */
  disk: { full: boolean }
  /** Entries that the screen has called saved. */
  saved: Entry[]
  /** The hour that no tablet's clock can spoil, in milliseconds. */
  trueNow(): number
  onBug(error: unknown): void
}

export const wake = (tab: SimulatedTab, reason: 'record' | 'tap' | 'signedIn'): Promise<void> => {
  tab.engine.wake(reason)
  return tab.engine.settled()
}

/** What a person of this tablet says where a colleague's value is changed (п. 4.4). */
const why = 'По документу'
/** A tablet of an older build asks for no word here: the hub must refuse it. */
const goesUnasked = (value: CellValue | null): boolean => value !== null && 'none' in value

/** So many conflicts a person settles before looking again. */
const mostAtOnce = 8

/** Less than this is no clock that was set. */
const clockSlackMs = 1_000

export const createSimulatedPerson = ({ log, net, disk, saved, trueNow, onBug }: SimulatedPersonPorts) => {
  const { person } = log
  /** By the lists that the tablet has; one that never had any goes by the first. */
  const authorIn = async ({ db, watch }: SimulatedTab): Promise<Author> => {
    const refVersion = (await readReference(db))?.version ?? 1
    return { log, roleIn: () => 'subjectTeacher', refVersion, clock: watch.reading() }
  }
  /** «Сохранено» is said of what the screen shows: a tablet that hides its own tap has lost it for the teacher. */
  const showsWhatItSaved = async (
    db: JournalDatabase,
    cell: Cell,
    value: CellValue | null,
  ): Promise<void> => {
    const shown = (await readCell(db, cell, log))?.value ?? null
    if (!isDeepStrictEqual(shown, value)) onBug(`${cellKey(cell)} does not show what was saved`)
  }
  /** An entry's hour lies within what it says of its tablet's clock, or it says that nobody knows. */
  const tellsItsHour = ({ id, recordedAt, clock }: Entry): void => {
    if (clock === null) return
    const offMs = trueNow() - Date.parse(recordedAt) - clock.offsetMs
    if (Math.abs(offMs) > clock.doubtMs + clockSlackMs)
      onBug(`${id} was recorded ${offMs} ms off what it tells`)
  }
  /** Settles the first conflict that is this person's to settle; false where there is none. */
  const settleFirst = async (tab: SimulatedTab, choice: number): Promise<boolean> => {
    const [view] = (await readConflicts(tab.db, log)).filter(
      (one) => one.state !== 'queued' && maySettle(tinySchool, person, one.cell),
    )
    const candidate = view?.candidates[choice % view.candidates.length]
    if (!view || !candidate) return false
    const follows = view.candidates.flatMap((one) => one.entries.map((each) => each.entry))
    const stood = view.candidates.flatMap(({ value, entries }) =>
      entries.map(({ author }) => ({ author, value })),
    )
    const asks = (authors: readonly string[]) => asksReason(tinySchool, person, view.cell, authors)
    const reason = owesReason(stood, candidate.value, asks) ? { reason: why } : {}
    const outcome = await tab.journal.record(await authorIn(tab), [
      { cell: view.cell, value: candidate.value, saw: view.value, follows, ...reason },
    ])
    if (outcome.kind === 'saved') saved.push(...outcome.entries)
    return true
  }
  return {
    record: async (tab: SimulatedTab, cell: Cell, value: CellValue | null, mayFail = true): Promise<void> => {
      const { db, gate, journal, storage } = tab
      const view = await readCell(db, cell, log)
      if (view && view.candidates.length > 0) return
      if (mayFail && disk.full && !gate.stopped()) storage.failNext()
      if (mayFail) disk.full = false
      const owes = view?.value != null && asksReason(tinySchool, person, cell, [view.author ?? ''])
      const reason = owes && !goesUnasked(value) ? { reason: why } : {}
      const outcome = await journal.record(await authorIn(tab), [
        { cell, value, saw: view?.value ?? null, follows: view?.follows ?? [], ...reason },
      ])
      if (outcome.kind === 'saved') {
        saved.push(...outcome.entries)
        for (const entry of outcome.entries) tellsItsHour(entry)
      } else if (outcome.why === 'failed') onBug(`${cellKey(cell)} was not saved by a mistake of ours`)
      // What was not called saved must not look as if it were: the cell shows what it showed before.
      await showsWhatItSaved(db, cell, outcome.kind === 'saved' ? value : (view?.value ?? null))
      if (net.poison === '') net.poison = saved.at(-1)?.id ?? ''
      await wake(tab, 'record')
    },
    settle: async (tab: SimulatedTab, choice: number): Promise<void> => {
      if (await settleFirst(tab, choice)) await wake(tab, 'record')
    },
    /** Each conflict in turn with another choice, and all of it goes together. */
    settleAll: async (tab: SimulatedTab, from: number): Promise<void> => {
      let settled = 0
      while (settled < mostAtOnce && (await settleFirst(tab, from + settled))) settled += 1
      if (settled > 0) await wake(tab, 'record')
    },
    undo: async (tab: SimulatedTab): Promise<void> => {
      const outcome = await undoLast(tab.db, tab.journal, await authorIn(tab))
      if (outcome.kind === 'saved') saved.push(...outcome.entries)
      await wake(tab, 'record')
    },
    signInAgain: async ({ db }: SimulatedTab): Promise<void> => {
      await signOut(db, log)
      await signIn(db, { person, name: person, board: false })
    },
  }
}
