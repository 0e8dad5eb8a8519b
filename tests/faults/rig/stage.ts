// Where one run takes place: a hub, a tablet, disks, each on copies of the prepared school; all of it ends with the run.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createHubProcess, type HubProcess } from '../../e2e/hub-process.ts'
import { freePort } from '../../free-port.ts'
import { endProcess, onLeave } from './leftovers.ts'
import { type Disk, makeImage, mountImage } from './loop-disk.ts'
import type { PreparedSchool } from './prepared-school.ts'
import { openProxy } from './proxy.ts'
import { envWithout } from './switched-off.ts'
import { createTablet, type Tablet } from './tablet.ts'

/** `without`: the one defence that tablets and hubs of this run do without; their build must have its switch. */
export const openStage = (school: PreparedSchool, folder: string, without: string | null = null) => {
  const own = mkdtempSync(join(folder, 'run-'))
  const ends: (() => unknown)[] = [() => rmSync(own, { recursive: true, force: true })]

  const copyOf = (from: string, to: string): string => {
    cpSync(from, to, { recursive: true })
    return to
  }
  /** A hub that has not been started, on a copy of the prepared data unless it is given a folder. */
  const hub = async (
    options: { dataDir?: string; port?: number; main?: string } = {},
  ): Promise<HubProcess & { data: string }> => {
    const data = options.dataDir ?? copyOf(school.data, join(own, 'data'))
    const made = await createHubProcess({
      ...{ dataDir: data, port: options.port ?? school.port, main: options.main ?? school.build.main },
      env: envWithout(without),
    })
    const ended = onLeave(() => endProcess(made.pid()))
    ends.push(made.kill, ended)
    return { ...made, data }
  }
  /** A running hub, and what stands between it and the tablet. */
  const hubBehindProxy = async () => {
    const made = await hub({ port: await freePort() })
    await made.start()
    const proxy = await openProxy(school.port, made.port)
    ends.push(proxy.close)
    return { hub: made, proxy }
  }
  const freshProfile = (name: string): string => copyOf(school.profile, join(own, name))
  /** A tablet on a copy of the prepared profile unless it is given a folder. */
  const tablet = (profile = freshProfile('profile'), firstRow = 0): Tablet => {
    const made = createTablet(school, profile, { firstRow, without })
    ends.push(made.kill)
    return made
  }
  const mounted = (image: string): Disk => {
    const disk = mountImage(image)
    ends.push(disk.unmount)
    return disk
  }
  /** A file system of its own, with a copy of a folder in it, all of it on the disk. */
  const disk = (name: string, megabytes: number, from: string): Disk & { folder: string } => {
    const image = join(own, `${name}.img`)
    makeImage(image, megabytes)
    const first = mountImage(image)
    copyOf(from, join(first.at, name))
    first.unmount()
    const made = mounted(image)
    return { ...made, folder: join(made.at, name) }
  }
  /** The lights go out: what had reached the disk is mounted elsewhere, what had not is gone. */
  const powerCut = (from: Disk, name: string): string => {
    const image = join(own, `${name}-after-the-cut.img`)
    from.cutTo(image)
    return join(mounted(image).at, name)
  }
  const close = async (): Promise<void> => {
    for (const end of ends.reverse()) await end()
  }
  return { ...school, hub, hubBehindProxy, freshProfile, tablet, disk, powerCut, close }
}

export type Stage = ReturnType<typeof openStage>
