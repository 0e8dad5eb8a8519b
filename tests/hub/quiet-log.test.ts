// The hub's log and its metrics name no pupil and tell no value: a day of pushes, a conflict, refusals and a look at all of it.
import { describe, expect, it } from 'vitest'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('a day of the hub on $name', ({ open, skip }) => {
  it.skipIf(skip)('writes no pupil and no value into its log or its metrics', async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    try {
      const one = await rig.signIn('algebraist', 'one')
      const two = await rig.signIn('algebraist', 'two')
      const log = { device: 'two', person: 'algebraist', epoch: 1 }
      const homework = { kind: 'individualHomework', lesson: algebraFirst, pupil: 'p2' } as const
      const pushes = [
        await one.client.push(
          pushOf([
            makeEntry({ id: 'a1' }),
            makeEntry({ id: 'a2', seq: 2, cell: homework, value: { text: 'Пересказ для Ёлкиной' } }),
            makeEntry({ id: 'a3', seq: 3, cell: { ...attendanceOfP1, pupil: 'Волков Егор' } as never }),
            { ...makeEntry({ id: 'a4', seq: 4 }), value: { code: 'Волков' } },
          ]),
        ),
        // The same cell from another tablet, unseen: a conflict.
        await two.client.push(
          pushOf([{ ...makeEntry({ id: 'b1', value: { code: 'late', minutes: 5 } }), log }]),
        ),
      ]
      const states = pushes.flatMap((said) =>
        said.kind === 'ok' ? said.value.receipts.map((r) => r.state) : [],
      )
      expect(states).toContain('conflict')
      expect(states).toContain('refused')
      // What breaks is told by its code too: a whole body that can't be read, a cell that is none.
      await one.send({ method: 'POST', path: '/api/push', body: '{"Волков":', timeoutMs: 1 })
      await one.client.cellHistory(`${algebraFirst}/attendance/Волков`)
      const deputy = await rig.signIn('deputy', 'desk')
      await deputy.client.board()
      await deputy.client.lessonCells(algebraFirst)

      expect(rig.lines.length).toBeGreaterThan(5)
      const metrics = await rig.browser().send({ method: 'GET', path: '/metrics', body: null, timeoutMs: 1 })
      const told = decodeURIComponent(JSON.stringify(rig.lines)) + metrics.text
      const names = tinySchool.pupils.flatMap(({ lastName, firstName }) => [lastName, firstName])
      for (const word of [...names, 'Пересказ', 'late', 'absent']) expect(told).not.toContain(word)
    } finally {
      await rig.hub.close()
      await database.drop()
    }
  })
})
