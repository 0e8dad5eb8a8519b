// п. 1.6: no passport, СНИЛС or birth date is held: a list that brings them leaves them at the door.
// requirement: R2; screen: none, the hub's import
import { expect, it } from 'vitest'
import { madeUpSchool } from '../../src/demo/school/made-up-school.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'

it('columns with birth date, passport and СНИЛС are not read into the school', () => {
  const files = madeUpSchool({ today: '2026-11-24' })
  const secret = { birthDate: '2013-04-05', passport: '0112 345678', snils: '112-233-445 95' }
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
})
