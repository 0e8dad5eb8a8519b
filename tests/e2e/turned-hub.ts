// The hub in this process with the made-up school, the stand-in АИС and the built app, under a clock that the story turns.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword, prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { setMissingPasswords } from '../../src/hub/accounts/accounts.ts'
import { createHub } from '../../src/hub/create-hub.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { runServer } from '../../src/hub/run-server.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { createTurnableClock } from '../turnable-clock.ts'

/** `from` is an instant. The clock stands still between the turns of the story. */
export const createTurnedHub = async (from: string) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'journal-board-'))
  const clock = createTurnableClock(from)
  const db = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'hub.sqlite') }, randomUUID)
  const built = buildSchool(prepareDemoSchool(from))
  if (!built.ok) throw new Error('the made-up school was refused')
  await applySchool({ db, now: clock.instant, newId: randomUUID }, built.school, built.logins)
  await setMissingPasswords(db, demoPassword)
  const ais = await createStandInRig(clock)
  const silent = { info: () => {}, error: () => {} }
  const hub = createHub({
    ...{ db, target: ais.target, now: clock.instant, newId: randomUUID, newToken: randomUUID },
    ...{ setTimer: clock.setTimer, log: silent, assets: 'dist/app', backups: null },
    ...{ probeEveryMs: 60_000, quietMs: 600_000 },
  })
  const running = await runServer(hub.app.fetch, { port: 0, host: '127.0.0.1' }, hub.close)
  return {
    url: `http://localhost:${running.port}`,
    ...{ clock, db, hub, ais, school: built.school, logins: built.logins },
    /** Turns the clock and lets the watch look at АИС. */
    look: async (at: string): Promise<void> => {
      clock.set(at)
      await hub.watch?.look()
      await hub.backlog.note()
    },
    close: async (): Promise<void> => {
      await running.stop()
      await ais.standIn.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type TurnedHub = Awaited<ReturnType<typeof createTurnedHub>>
