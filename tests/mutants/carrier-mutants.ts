// Bugs of the way into АИС СРО, as the simulation hunts them.
import type { Mutant } from './mutant.ts'

export const carrierMutants: readonly Mutant[] = [
  {
    name: 'noComparisonBeforeWriting',
    of: ['carrying'],
    file: 'src/domain/transfer/transfer-plan.ts',
    find: 'if (present === base) return',
    replace: 'if (present !== target) return',
  },
  {
    name: 'noReadBack',
    of: ['verified'],
    file: 'src/hub/transfer/intents.ts',
    find: 'const there = present === row.target',
    replace: 'const there = present !== row.slot',
  },
  {
    name: 'greenAtTheAnswer',
    of: ['transferred'],
    file: 'src/hub/transfer/intents.ts',
    find: "if (book.entry(id)?.state === 'carrying') book.setState(id, 'transferred')",
    replace: "if (book.entry(id)?.state === 'carrying') book.setState(id, 'verified')",
  },
  {
    name: 'intentNotOpen',
    of: ['carrying'],
    file: 'src/hub/transfer/lesson-steps.ts',
    find: '          outcome: null,',
    replace: "          outcome: 'verified',",
  },
  {
    name: 'unfinishedForgotten',
    of: ['carrying'],
    file: 'src/hub/transfer/run.ts',
    find: 'for (const lesson of await unfinishedLessons(ports.db, person)) {',
    replace: 'for (const lesson of (await unfinishedLessons(ports.db, person)).slice(0, 0)) {',
  },
  {
    name: 'aisSaysItHadSeen',
    of: ['conflict'],
    file: 'src/hub/transfer/ais-entry.ts',
    find: '      saw: null,',
    replace: '      saw: book.cellAt(cell).state.value,',
  },
  {
    name: 'reasonBeforeItsAbsence',
    of: ['step 6'],
    file: 'src/hub/transfer/slot-work.ts',
    find: '  if (!attendance?.goes || inConflict(cells)) return null',
    replace: '  if (!attendance || inConflict(cells)) return null',
  },
  {
    name: 'neverLooksAgain',
    of: ['verified'],
    file: 'src/hub/transfer/run.ts',
    find: 'if (!waiting.includes(lesson) && !(await goesOn(lesson, await lookAgain(lesson)))) return',
    replace: 'if (!waiting.includes(lesson) && !(await goesOn(lesson, null))) return',
  },
  {
    name: 'reasonStaysVerifiedWithoutItsAbsence',
    of: ['verified'],
    file: 'src/hub/transfer/verify.ts',
    find: "    if (book.entry(id)?.state === 'verified') book.setState(id, 'accepted')",
    replace: "    if (book.entry(id)?.state === 'verified') book.setState(id, 'verified')",
  },
  {
    name: 'carryingForgotten',
    of: ['carrying'],
    file: 'src/hub/transfer/intents.ts',
    find: "['carrying', 'transferred'].includes(",
    replace: "['transferred'].includes(",
  },
  {
    name: 'greenWithoutAnAnswer',
    of: ['transferred'],
    file: 'src/hub/transfer/run.ts',
    find: 'if (!applied.ok) return applied.failure\n',
    replace: "if (!applied.ok && applied.failure.kind === 'locked') return applied.failure\n",
  },
]
