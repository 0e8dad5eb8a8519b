// Bugs of the tablet, its engine and of what the hub tells it, as the simulation hunts them.
import type { Mutant } from './mutant.ts'

export const tabletMutants: readonly Mutant[] = [
  {
    name: 'forkForgetsItsEntries',
    of: ['queued'],
    file: 'src/store/logs.ts',
    find: '  await db.log.bulkAdd(moved)',
    replace: '  await db.log.bulkAdd(moved.slice(1))',
  },
  {
    name: 'verdictsNotTold',
    of: ['step 7'],
    file: 'src/hub/changes/pull.ts',
    find: 'entries: await withGivenUp(db, school, entries.map(verdictOf)),',
    replace: 'entries: await withGivenUp(db, school, entries.slice(0, 0).map(verdictOf)),',
  },
  {
    name: 'cursorAheadOfRows',
    of: ['step 7'],
    file: 'src/hub/changes/pull.ts',
    find: '    rev: upTo,',
    replace: '    rev: upTo + 1,',
  },
  {
    name: 'cellsOfLedClassNotTold',
    of: ['step 7'],
    file: 'src/hub/changes/pull.ts',
    find: '...led.map((one) =>',
    replace: '...led.slice(0, 0).map((one) =>',
  },
  {
    name: 'cellsNotKept',
    of: ['step 7'],
    file: 'src/store/pulled.ts',
    find: '  await db.cell.bulkPut(',
    replace: '  void (',
  },
  {
    name: 'watermarkPassesEverything',
    of: ['step 5'],
    file: 'src/store/outbox.ts',
    find: 'const watermark = watermarkFrom(head.watermark, receipts)',
    replace: 'const watermark = Math.max(head.lastSeq, watermarkFrom(head.watermark, receipts))',
  },
  {
    name: 'noSecondTry',
    of: ['sending', 'step 3'],
    file: 'src/sync/engine.ts',
    find: '    sleep(waitMs)\n',
    replace: '',
  },
  {
    name: 'signInNotNoticed',
    of: ['step 3'],
    file: 'src/sync/engine.ts',
    find: "    if (reason === 'signedIn') say({ signInNeeded: false })\n",
    replace: '',
  },
  {
    name: 'timeoutTakenForSuccess',
    of: ['sending', 'step 3'],
    file: 'src/sync/push.ts',
    find: '      const end = await endOf(ports, { owner, log }, batch, outcome, ports.moment().monotonic - monotonic)\n',
    replace:
      '      await ports.db.logHead.put({ ...head, watermark: head.lastSeq })\n      const end = await endOf(ports, { owner, log }, batch, outcome, ports.moment().monotonic - monotonic)\n',
  },
  {
    name: 'deletedOnSend',
    of: ['queued', 'step 3'],
    file: 'src/sync/push.ts',
    find: '    const { outcome, hear } = await send(ports, { owner, log }, batch)\n',
    replace:
      '    await ports.db.log.bulkDelete(batch.map((one) => [head.logKey, one.seq]))\n    const { outcome, hear } = await send(ports, { owner, log }, batch)\n',
  },
  {
    name: 'restoredHubNotNoticed',
    of: ['step 5'],
    file: 'src/store/outbox.ts',
    find: 'if (!head || head.incarnation === incarnation) return []',
    replace: 'if (!head || head.incarnation !== undefined) return []',
  },
  {
    name: 'chainCutAtTheEnd',
    of: ['step 2'],
    file: 'src/store/logs.ts',
    find: 'return { head, hash: entryHash(last.entry) }',
    replace: "return { head, hash: '' }",
    hunter: 'tests/store/append.test.ts',
  },
  {
    name: 'clockOfTheLastContact',
    of: ['step 2'],
    file: 'src/sync/clock-watch.ts',
    find: 'const ahead = driftSince(at, moment())',
    replace: 'const ahead = driftSince(at, at)',
  },
  {
    name: 'hourOfAForgedAnswer',
    of: ['step 4'],
    file: 'src/sync/push.ts',
    find: '  const { value } = outcome\n',
    replace: '  const { value } = outcome\n  ports.heard(value, sent, answered)\n',
  },
]
