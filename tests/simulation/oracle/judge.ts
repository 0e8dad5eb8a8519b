// Judges what happened by its own means: it shares no code with what it judges, and reads only facts.
import { findReplacedByFiles, findUntoldOfFiles } from './brought-file.ts'
import { findForeignAbsences, findForeignSessions } from './carrier.ts'
import { findRefusedUnasked, findUntold } from './colleagues-value.ts'
import type { Facts } from './facts.ts'
import { findCarriedTooEarly, findTakenTooEarly, findTurnedAway } from './moved-lessons.ts'
import { findDoubled } from './never-doubled.ts'
import { findFalselyGreen } from './never-falsely-green.ts'
import { findLost } from './never-lost.ts'
import { findReplacedUnseen, findTurnedBack } from './never-overwritten.ts'
import { findAisOverwritten } from './never-overwritten-in-ais.ts'

export interface Breaches {
  lost: string[]
  doubled: string[]
  falselyGreen: string[]
  overwritten: string[]
}

export const judge = (facts: Facts): Breaches => ({
  lost: [...findLost(facts), ...findTurnedAway(facts), ...findUntoldOfFiles(facts)],
  doubled: findDoubled(facts),
  falselyGreen: findFalselyGreen(facts),
  overwritten: [
    ...findReplacedUnseen(facts),
    ...findTurnedBack(facts),
    ...findUntold(facts),
    ...findRefusedUnasked(facts),
    ...findAisOverwritten(facts),
    ...findForeignSessions(facts),
    ...findForeignAbsences(facts),
    ...findReplacedByFiles(facts),
    ...findTakenTooEarly(facts),
    ...findCarriedTooEarly(facts),
  ],
})
