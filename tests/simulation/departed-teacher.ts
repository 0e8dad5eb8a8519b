// The algebra teacher leaves the staff list with entries unsent: a deputy loads the file that the tablet has written.
import { readEnvelope } from '../../src/contract/entry-schema.ts'
import { createHubClient } from '../../src/contract/hub-client.ts'
import type { Cell } from '../../src/domain/cell.ts'
import type { School } from '../../src/domain/school.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readQueueFile } from '../../src/store/second-copy/read-queue-file.ts'
import { sendFile } from '../../src/sync/send-file.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { followLists } from './moved-lessons.ts'
import type { Standing } from './oracle/brought-file.ts'
import { readRows } from './oracle/read-rows.ts'
import type { SimulatedTablet } from './simulated-tablet.ts'
import type { World } from './world.ts'

const teacher = 'algebraist'
/** Has no tablet here. */
const successor = 'stranger'

const withoutTeacher = (school: School): School => ({
  ...school,
  staff: school.staff.filter((one) => one.id !== teacher),
  assignments: school.assignments.map((one) =>
    one.teacher === teacher ? { ...one, teacher: successor } : one,
  ),
})

/** By the next lists the teacher is back, and the lessons are theirs again. */
export const comeBack = async (world: World): Promise<void> => {
  const { staff, assignments } = tinySchool
  if (world.hub.hasLeft(teacher)) await followLists(world, { ...world.hub.lists(), staff, assignments })
}

const standingOf = async (world: World): Promise<Standing> => ({
  rows: await readRows(world),
  cells: await world.db.selectFrom('cell').select(['key', 'holders', 'candidates']).execute(),
})

/** Whoever still stands on the lists sends by the own tablet: no deputy may bring such a file. */
export const bringFile = async (
  world: World,
  tablet: SimulatedTablet,
  cell: Cell,
  value: CellValue | null,
): Promise<void> => {
  const { hub, memory, bugs } = world
  if (tablet.person !== teacher) return
  if (!hub.hasLeft(teacher)) {
    // Sees what colleagues have recorded, if it can.
    await tablet.wake()
    await followLists(world, withoutTeacher(hub.lists()))
  }
  await tablet.record(cell, value)
  const file = readQueueFile(await tablet.exportFile(), readEnvelope)
  if (!file.ok) return void bugs.push(`the file of ${tablet.log.device} is ${file.fault.why}`)
  const before = await standingOf(world)
  const deputy = createHubClient(hub.sendAs('deputy'))
  const end = await sendFile(deputy, 'deputy', file)
  const sent = end.kind === 'sent' ? { ...end.sent } : null
  memory.files.push({ author: teacher, entries: file.entries, sent, before, after: await standingOf(world) })
}
