// Two teachers of one subject or group: each is told the final marks of their pupils, whichever the lists name first.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { School } from '../../src/domain/school.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { makeEntry } from '../domain/entries.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const ofClass = { kind: 'class', id: '7a' } as const
const ofGroup = { kind: 'group', id: 'en1' } as const
const slot = { id: 'x1', weekday: 3, period: 1, assignment: 'second' }
const withSecond = (subject: string, target: typeof ofClass | typeof ofGroup): Partial<School> => ({
  assignments: [...tinySchool.assignments, { id: 'second', teacher: 'stranger', subject, target }],
  timetable: [...tinySchool.timetable, slot],
})
const markOf = (subject: string, pupil: string) => ({ kind: 'termMark', term: 'q2', subject, pupil }) as const

describe.each(databases)('final marks of two teachers, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async (change: Partial<School>) => {
    const database = await open()
    const rig = await createHubRig({ db: database.db, school: { ...tinySchool, ...change } })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const pulledBy = async (login: string, since = 0) => {
      const { client } = await rig.signIn(login)
      const pulled = await client.pull(since, '')
      if (pulled.kind !== 'ok') throw new Error(pulled.kind)
      return pulled.value.cells.map((one) => one.key)
    }
    const mark = async (subject: string, pupil: string, author: string) => {
      const { client } = await rig.signIn(author, 'tablet')
      await client.push(
        pushOf([makeEntry({ id: 'a', author, cell: markOf(subject, pupil), value: { mark: '4' } })]),
      )
      return `term:q2/${subject}/${pupil}`
    }
    return { ...rig, pulledBy, mark }
  }

  it.skipIf(skip).each<[string, Partial<School>, string, string, string]>([
    ['a class', withSecond('algebra', ofClass), 'algebra', 'p1', 'algebraist'],
    ['a group', withSecond('english', ofGroup), 'english', 'p2', 'leader'],
  ])('of %s: both are told what either has set', async (_, change, subject, pupil, first) => {
    const { mark, pulledBy } = await start(change)
    const key = await mark(subject, pupil, first)
    expect(await pulledBy(first)).toEqual([key])
    expect(await pulledBy('stranger')).toEqual([key])
  })

  it.skipIf(skip)('one who comes later is told what stands already, and nobody else is', async () => {
    const { db, clock, mark, pulledBy } = await start({})
    const key = await mark('algebra', 'p1', 'algebraist')
    expect(await pulledBy('stranger')).toEqual([])
    const { rev } = await db.selectFrom('revision').select('rev').executeTakeFirstOrThrow()
    const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
    const ports = { db, now: clock.instant, newId: randomUUID }
    await applySchool(ports, { ...tinySchool, ...withSecond('algebra', ofClass) }, logins)
    expect(await pulledBy('stranger', rev)).toEqual([key])
    await applySchool(ports, tinySchool, logins)
    expect(await pulledBy('stranger')).toEqual([])
  })
})
