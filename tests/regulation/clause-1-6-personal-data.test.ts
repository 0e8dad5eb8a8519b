// п. 1.6: no passport, СНИЛС or birth date is held: a list that brings them leaves them at the door.
// requirement: R2; screen: none, the hub's import
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { madeUpSchool } from '../../src/demo/school/made-up-school.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { importCommand } from '../../src/hub/school-commands.ts'
import { databases } from '../hub/databases.ts'

it('R2 columns with birth date, passport and СНИЛС are not read into the school', () => {
  const files = madeUpSchool({ today: '2026-11-24' })
  const secret = { 'Дата рождения': '2013-04-05', passport: '0112 345678', СНИЛС: '112-233-445 95' }
  const [header = '', ...rows] = (files['pupils.csv'] ?? '').trimEnd().split('\n')
  const withThem = [
    `${header},${Object.keys(secret).join(',')}`,
    ...rows.map((row) => `${row},${Object.values(secret).join(',')}`),
  ].join('\n')
  const lists = Object.fromEntries(
    Object.entries({ ...files, 'pupils.csv': withThem }).map(([name, text]) => [
      name.replace('.csv', ''),
      text,
    ]),
  )
  const built = buildSchool(lists)
  if (!built.ok) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  expect(built.school.pupils.length).toBe(rows.length)
  const document = JSON.stringify(built.school)
  for (const value of Object.values(secret)) expect(document).not.toContain(value)
  // The columns are named, so that whoever made the list learns that nobody needs them.
  expect(built.dropped).toEqual(Object.keys(secret).map((column) => ({ list: 'pupils', column })))
})

it.skipIf(databases[0]?.skip)(
  'the import says which columns it left, and not what stood in them',
  async () => {
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const folder = mkdtempSync(join(tmpdir(), 'journal-lists-'))
    for (const [name, text] of Object.entries(madeUpSchool({ today: '2026-11-24' }))) {
      const [header = '', ...rows] = text.trimEnd().split('\n')
      const more = name === 'staff.csv' ? ['СНИЛС,любимый цвет', '112-233-445 95,синий'] : null
      const lines = more
        ? [`${header},${more[0]}`, ...rows.map((row) => `${row},${more[1]}`)]
        : [header, ...rows]
      writeFileSync(join(folder, name), lines.join('\n'))
    }
    const ports = { db: database.db, now: () => '2026-11-24T05:00:00.000Z', newId: randomUUID }
    const end = await importCommand(ports, folder)
    await database.db.destroy()
    await database.drop()
    rmSync(folder, { recursive: true })
    expect(end.lines.slice(1)).toEqual([
      'Не взяты и нигде не сохранены личные данные, журналу они не нужны (п. 1.6): staff.csv: СНИЛС.',
      'Не прочитаны столбцы, которых журнал не знает: staff.csv: любимый цвет.',
    ])
  },
)
