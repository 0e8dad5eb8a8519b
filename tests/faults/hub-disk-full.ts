// The hub's disk is full: it gives no receipt and says why. Once there is room again, everything comes through.
import { problemSchema } from '../../src/contract/protocol.ts'
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { fillDisk } from './rig/full-disk.ts'
import { checkEachOnce, missingOf, readHub } from './rig/kept.ts'
import { createPusher, type PushEnd } from './rig/pusher.ts'

const checkRefusal = (end: PushEnd): void => {
  if (end.kind === 'receipts') throw new Finding('falsely said', 'the hub gave receipts with no room left')
  if (end.status !== 507) throw new Finding('wrong refusal', `a full disk was answered with ${end.status}`)
  const problem = problemSchema.safeParse(JSON.parse(end.text))
  if (problem.data?.error !== 'storageFull') throw new Finding('wrong refusal', end.text)
}

export const hubDiskFull: Fault = {
  name: 'hub-disk-full',
  runs: 1,
  needsDisk: true,
  controls: [
    {
      defence: 'the error of a full disk comes through',
      edit: {
        file: 'src/hub/database/open-database.ts',
        find: "text === 'rollback' && !database.inTransaction ? 'select 1' : text",
        replace: "text === 'rollback' && !database.inTransaction && !defenceIsOff ? 'select 1' : text",
      },
      seenBy: 'wrong refusal',
    },
  ],
  run: async (stage) => {
    const disk = stage.disk('data', 24, stage.data)
    const hub = await stage.hub({ dataDir: disk.folder })
    await hub.start()
    const tablet = stage.tablet()
    const page = await tablet.open()
    await tablet.tapAndHear(page)
    await tablet.allSent(page)
    const pusher = await createPusher(stage, 1)
    await pusher.pushNew()

    const makeRoom = fillDisk(disk.at)
    // What the database's own files have still free is used up first.
    let end = await pusher.pushNew()
    for (let tries = 0; tries < 400 && end.kind === 'receipts'; tries += 1) end = await pusher.pushNew()
    for (let again = 0; again < 3; again += 1) checkRefusal(await pusher.pushNew())
    const receipts = [...pusher.receipts]
    for (let n = 0; n < 5; n += 1) await tablet.tapAndHear(page)
    if (await page.getByRole('link', { name: /Всё отправлено/ }).isVisible()) {
      throw new Finding('falsely said', '«всё отправлено» while the hub took nothing')
    }

    makeRoom()
    const others = await pusher.pushAgain()
    if (others.length > 0) throw new Finding('another receipt', `for ${others.length} entries`)
    checkEachOnce(pusher.made, pusher.device, hub.data)
    await tablet.allSent(page)
    const log = await tablet.readLog(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    const lost = missingOf(
      receipts.map((one) => `${one.id} ${one.hash}`),
      readHub(hub.data).map((row) => `${row.id} ${row.hash}`),
    )
    return {
      acknowledged: receipts.length + tablet.acknowledged.length,
      lost: [...lost, ...tablet.lost(log)],
    }
  },
}
