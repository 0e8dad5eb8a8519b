// What a former build stored of whose a cell is and of which class an entry: said anew at the first start, and once.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { readRevision } from '../../src/hub/database/revision.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const absent = (id: string, pupil: string) => ({
  id,
  cell: { kind: 'attendance', lesson: algebraFirst, pupil } as const,
})

describe.each(databases)('cells and entries of a former build, on $name', ({ open, skip }) => {
  let drop: () => Promise<void> = async () => {}
  afterEach(() => drop())

  it.skipIf(skip)('get their class and teacher by the rules of this one, and are told again', async () => {
    const database = await open()
    drop = database.drop
    const { db } = database
    const { hub, signIn } = await createHubRig({ db })
    await (await signIn('algebraist', 'tablet')).client.push(
      pushOf(chain([absent('a1', 'p1'), absent('a2', 'p2')])),
    )
    const { rev: before } = await readRevision(db)
    await db.updateTable('cell').set({ teacher: 'stranger', classes: ',8b,' }).execute()
    await db.updateTable('entry').set({ school_class: '8b' }).where('id', '=', 'a2').execute()
    await db.updateTable('revision').set({ placement: null }).execute()

    await hub.replay()
    const cells = await db.selectFrom('cell').select(['teacher', 'classes', 'rev']).execute()
    expect(cells).toHaveLength(2)
    for (const cell of cells)
      expect(cell).toEqual({ teacher: 'algebraist', classes: ',7a,', rev: before + 1 })
    const classes = await db.selectFrom('entry').select('school_class').execute()
    expect(classes.map((one) => one.school_class)).toEqual(['7a', '7a'])

    await db.updateTable('cell').set({ teacher: 'stranger' }).execute()
    await hub.replay()
    expect((await readRevision(db)).rev).toBe(before + 1)
    await hub.close()
  })

  it.skipIf(skip)('stay where they were when the lists have no such lesson any more', async () => {
    const database = await open()
    drop = database.drop
    const { db } = database
    const { hub, signIn } = await createHubRig({ db })
    await (await signIn('algebraist', 'tablet')).client.push(pushOf(chain([absent('a1', 'p1')])))
    const gone = { kind: 'attendance', lesson: 'gone@2026-11-24', pupil: 'p1' }
    await db
      .updateTable('cell')
      .set({ cell: JSON.stringify(gone), teacher: 'leader' })
      .execute()
    await db.updateTable('entry').set({ school_class: '8b' }).execute()
    await db.updateTable('revision').set({ placement: null }).execute()
    await hub.replay()
    expect(await db.selectFrom('cell').select('teacher').executeTakeFirst()).toEqual({ teacher: 'leader' })
    expect(await db.selectFrom('entry').select('school_class').executeTakeFirst()).toEqual({
      school_class: '8b',
    })
    await hub.close()
  })

  it.skipIf(skip)('stay where they were when another value comes for a lesson that has gone', async () => {
    const database = await open()
    drop = database.drop
    const { db } = database
    const { hub, signIn, clock } = await createHubRig({ db })
    const { client } = await signIn('algebraist', 'tablet')
    const [first, second] = chain([absent('a1', 'p1'), { ...absent('a2', 'p1'), value: { code: 'present' } }])
    await client.push(pushOf([first]))
    const before = await db.selectFrom('cell').select(['teacher', 'classes']).execute()
    expect(before).toEqual([{ teacher: 'algebraist', classes: ',7a,' }])
    const timetable = tinySchool.timetable.filter((slot) => slot.id !== 's1')
    const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
    await applySchool({ db, now: clock.instant, newId: randomUUID }, { ...tinySchool, timetable }, logins)
    await client.push(pushOf([second]))
    expect(await db.selectFrom('cell').select('value').execute()).toEqual([{ value: '{"code":"present"}' }])
    expect(await db.selectFrom('cell').select(['teacher', 'classes']).execute()).toEqual(before)
    await hub.close()
  })
})
