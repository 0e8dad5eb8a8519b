// Bugs on purpose: each is one edit of the shipped source, made in a copy at test time. The simulation must catch each.

export interface Mutant {
  name: string
  file: string
  /** Stands in the file exactly once, or the list is out of date. */
  find: string
  replace: string
}

const conflict = 'src/domain/conflict.ts'
const intake = 'src/hub/intake/intake.ts'
const book = 'src/hub/cells/cell-book.ts'
const rows = 'src/hub/cells/book-rows.ts'
const steps = 'src/hub/transfer/lesson-steps.ts'
const slots = 'src/hub/transfer/slot-work.ts'
const run = 'src/hub/transfer/run.ts'
const pull = 'src/hub/changes/pull.ts'
const engine = 'src/sync/engine.ts'

export const mutants: readonly Mutant[] = [
  // The clean rule.
  {
    name: 'lastWriterWins',
    file: conflict,
    find: 'if (clean && !contested) return held(entry, cell)',
    replace: 'return held(entry, cell)',
  },
  {
    name: 'equalValueDoesNotJoin',
    file: conflict,
    find: 'if (sameValue(entry.value, cell.value)) {',
    replace: 'if (ends.length > 99) {',
  },
  {
    name: 'noWaitingForPredecessor',
    file: conflict,
    find: "return [{ at: 'waiting', on: id }]",
    replace: 'return [{ at: id }]',
  },
  {
    name: 'noWalkThroughRefused',
    file: conflict,
    find: "if (known.state === 'refused' && known.author === author)",
    replace: "if (known.state === 'refused' && known.author === id)",
  },
  {
    name: 'settledByHalf',
    file: conflict,
    find: '  cell.candidates.every((one) => one.entries.length === 0 || ',
    replace: '  cell.candidates.some((one) => one.entries.length === 0 || ',
  },
  {
    name: 'neverSettled',
    file: conflict,
    find: 'if (followsAll(cell, ends) && judge.maySettle) return settled(cell, entry)',
    replace: 'if (followsAll(cell, ends) && ends.length > 99) return settled(cell, entry)',
  },
  {
    name: 'formerHolderStaysAccepted',
    file: conflict,
    find: "    ...cell.holders.map((id): StateChange => ({ entry: id, state: 'superseded' })),\n  ],\n})",
    replace: '  ],\n})',
  },
  {
    name: 'losersStayInConflict',
    file: conflict,
    find: "      ...others.map((id): StateChange => ({ entry: id, state: 'superseded' })),",
    replace: '',
  },
  {
    name: 'oneCandidateForgotten',
    file: conflict,
    find: '    { value: cell.value, entries: cell.holders },\n    { value: entry.value',
    replace: '    { value: entry.value',
  },
  // Intake.
  {
    name: 'noDeduplication',
    file: intake,
    find: 'if (taken.has(id) ||',
    replace: "if (id === '' &&",
  },
  {
    name: 'knownIsRefused',
    file: intake,
    find: 'if (row?.hash === arrival.hash && row.seq === seq) {',
    replace: 'if (row?.hash === id && row.seq === seq) {',
  },
  {
    name: 'waitingNeverDecided',
    file: 'src/hub/intake/waiting.ts',
    find: 'while (resolved.length > 0) {',
    replace: 'while (resolved.length > 999) {',
  },
  {
    name: 'waitingOnlyFromThisBatch',
    file: 'src/hub/intake/waiting.ts',
    find: '      ...stored.map((row) => JSON.parse(row.body) as Entry),\n',
    replace: '',
  },
  {
    name: 'forksNotFound',
    file: 'src/hub/intake/chain.ts',
    find: '    if (apart) {',
    replace: '    if (apart && id === hash) {',
  },
  {
    name: 'takenPlaceIsIdReuse',
    file: intake,
    find: "forked.has(id) ? 'forked' : 'idReuse'",
    replace: "forked.has(String(seq)) ? 'forked' : 'idReuse'",
  },
  {
    name: 'forkForgetsItsEntries',
    file: 'src/store/logs.ts',
    find: '    await db.log.bulkAdd(moved)',
    replace: '    await db.log.bulkAdd(moved.slice(1))',
  },
  { name: 'stateNotSaved', file: book, find: '    entry.dirty = true\n', replace: '' },
  {
    name: 'candidatesNotSaved',
    file: rows,
    find: "          candidates: eb.ref('excluded.candidates'),\n",
    replace: '',
  },
  {
    name: 'holdersNotSaved',
    file: rows,
    find: "          holders: eb.ref('excluded.holders'),\n",
    replace: '',
  },
  {
    name: 'aisBaseNotSaved',
    file: rows,
    find: "          ais_base: eb.ref('excluded.ais_base'),\n",
    replace: '',
  },
  {
    name: 'bodyRewritten',
    file: 'src/hub/intake/judge.ts',
    find: 'body: JSON.stringify(envelope),',
    replace: 'body: JSON.stringify({ ...envelope, saw: null }),',
  },
  // Pull.
  {
    name: 'verdictsNotTold',
    file: pull,
    find: '    entries: entries.map(({ id, state, reason }): Verdict => {\n      return { id, state, reason: reason as VerdictReason | null }\n    }),',
    replace:
      '    entries: entries.slice(0, 0).map(({ id, state, reason }): Verdict => {\n      return { id, state, reason: reason as VerdictReason | null }\n    }),',
  },
  { name: 'cursorAheadOfRows', file: pull, find: '    rev: upTo,', replace: '    rev: upTo + 1,' },
  {
    name: 'cellsOfLedClassNotTold',
    file: pull,
    find: '...led.map((one) =>',
    replace: '...led.slice(0, 0).map((one) =>',
  },
  {
    name: 'cellsNotKept',
    file: 'src/store/pulled.ts',
    find: '  await db.cell.bulkPut(',
    replace: '  void (',
  },
  {
    name: 'verdictsNotKept',
    file: 'src/store/pulled.ts',
    find: '  await db.verdict.bulkPut([...entries])',
    replace: '',
  },
  // The tablet.
  {
    name: 'receiptsBelievedUnread',
    file: 'src/store/outbox.ts',
    find: 'return row?.id === one.id && entryHash(row.entry) === one.hash',
    replace: 'return row?.id === one.id',
  },
  {
    name: 'watermarkPassesEverything',
    file: 'src/store/outbox.ts',
    find: 'const watermark = watermarkFrom(head.watermark, receipts)',
    replace: 'const watermark = Math.max(head.lastSeq, watermarkFrom(head.watermark, receipts))',
  },
  {
    name: 'ownUnsentNotShown',
    file: 'src/store/cell-view.ts',
    find: 'if (rev === null || rev > known) {',
    replace: 'if (rev !== null && rev > known) {',
  },
  {
    name: 'followsDropped',
    file: 'src/store/journal.ts',
    find: '        follows: change.follows,',
    replace: '        follows: [],',
  },
  { name: 'noSecondTry', file: engine, find: '    sleep(waitMs)\n', replace: '' },
  {
    name: 'signInNotNoticed',
    file: engine,
    find: '      size.forgive()\n      say({ signInNeeded: false })',
    replace: '      size.forgive()',
  },
  // The carrier.
  {
    name: 'foreignEntriesCarried',
    file: slots,
    find: 'entry?.author === person && entry.state',
    replace: "entry?.author !== '' && entry?.state",
  },
  {
    name: 'noComparisonBeforeWriting',
    file: 'src/domain/transfer/transfer-plan.ts',
    find: 'if (present === base) return',
    replace: 'if (present !== target) return',
  },
  {
    name: 'noReadBack',
    file: steps,
    find: 'const there = present === row.target',
    replace: 'const there = present !== row.slot',
  },
  {
    name: 'greenAtTheAnswer',
    file: steps,
    find: "if (book.entry(id)?.state === 'carrying') book.setState(id, 'transferred')",
    replace: "if (book.entry(id)?.state === 'carrying') book.setState(id, 'verified')",
  },
  {
    name: 'intentNotOpen',
    file: steps,
    find: '          outcome: null,',
    replace: "          outcome: 'verified',",
  },
  {
    name: 'unfinishedForgotten',
    file: run,
    find: 'for (const lesson of await unfinishedLessons(ports.db, person)) {',
    replace: 'for (const lesson of (await unfinishedLessons(ports.db, person)).slice(0, 0)) {',
  },
  {
    name: 'foreignTextNotReported',
    file: run,
    find: '    sums.conflicts += await reportForeign(ports, school, person, page.value)\n    sums',
    replace: '    sums',
  },
  {
    name: 'baseNotMovedByReport',
    file: steps,
    find: '      book.setAisBase(baseCell(work), step.present)\n    }\n    return found',
    replace: '    }\n    return found',
  },
  {
    name: 'aisSaysItHadSeen',
    file: 'src/hub/transfer/ais-entry.ts',
    find: '      saw: null,',
    replace: '      saw: book.cellAt(cell).state.value,',
  },
  {
    name: 'reasonBeforeItsAbsence',
    file: slots,
    find: '  if (!attendance?.goes || inConflict(cells)) return null',
    replace: '  if (!attendance || inConflict(cells)) return null',
  },
  {
    name: 'neverLooksAgain',
    file: run,
    find: 'if (!waiting.includes(lesson) && !goesOn(await lookAgain(lesson))) return',
    replace: 'if (!waiting.includes(lesson) && !goesOn(null)) return',
  },
  {
    name: 'reasonStaysVerifiedWithoutItsAbsence',
    file: steps,
    find: "    if (book.entry(id)?.state === 'verified') book.setState(id, 'accepted')",
    replace: "    if (book.entry(id)?.state === 'verified') book.setState(id, 'verified')",
  },
]
