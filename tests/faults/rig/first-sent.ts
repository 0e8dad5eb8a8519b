// How a fault of the network begins and ends: a first entry is at the hub, and in the end each is there once.
import type { RunEnd } from '../fault.ts'
import { checkEachOnce } from './kept.ts'
import type { Stage } from './stage.ts'

export const openWithFirstSent = async (stage: Stage) => {
  const { hub, proxy } = await stage.hubBehindProxy()
  const tablet = stage.tablet()
  const page = await tablet.open()
  await tablet.tapAndHear(page)
  await tablet.allSent(page)
  /** Throws a `Finding` when the hub then holds an entry twice, lacks one, or has what this tablet never made. */
  const whenAllSent = async (): Promise<RunEnd> => {
    await tablet.allSent(page)
    const log = await tablet.readLog(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  }
  return { hub, proxy, tablet, page, whenAllSent }
}
