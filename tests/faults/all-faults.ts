// Every fault, in the order in which they are played.
import { batchCut } from './batch-cut.ts'
import { browserDiskFull } from './browser-disk-full.ts'
import { browserKill } from './browser-kill.ts'
import { browserPowerCut } from './browser-power-cut.ts'
import { captivePortal } from './captive-portal.ts'
import { clonedProfile } from './cloned-profile.ts'
import { damagedManifest } from './damaged-manifest.ts'
import type { Fault } from './fault.ts'
import { frozenLeader } from './frozen-leader.ts'
import { hubDiskFull } from './hub-disk-full.ts'
import { hubKill } from './hub-kill.ts'
import { hubPowerCut } from './hub-power-cut.ts'
import { lostAnswers } from './lost-answers.ts'
import { midTransaction } from './mid-transaction.ts'
import { rendererCrash } from './renderer-crash.ts'
import { sessionMidBatch } from './session-mid-batch.ts'
import { slowDrip } from './slow-drip.ts'
import { storm } from './storm.ts'
import { twoTabs } from './two-tabs.ts'
import { updateMidEntry } from './update-mid-entry.ts'
import { wipedDatabase } from './wiped-database.ts'

export const all: readonly Fault[] = [
  browserKill,
  hubKill,
  browserPowerCut,
  hubPowerCut,
  hubDiskFull,
  browserDiskFull,
  twoTabs,
  frozenLeader,
  rendererCrash,
  midTransaction,
  captivePortal,
  batchCut,
  storm,
  slowDrip,
  lostAnswers,
  sessionMidBatch,
  updateMidEntry,
  damagedManifest,
  wipedDatabase,
  clonedProfile,
]
