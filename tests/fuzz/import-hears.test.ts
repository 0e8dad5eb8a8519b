// A school's files with anything in them: a whole school, or a list of faults that each name a file and a row.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { schoolSchema } from '../../src/contract/school-schema.ts'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { cases } from './spoiled.ts'

const lists = prepareDemoSchool('2026-11-23T02:00:00.000Z')
/** Enough rows to cross-refer, few enough to read hundreds of times. */
const short = Object.fromEntries(
  Object.entries(lists).map(([name, csv]) => [name, csv.split('\n').slice(0, 40).join('\n')]),
)

const spoiledFile = (csv: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(),
      fc.nat(),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '"', ';', '\n', '\u0000')),
    )
    .map(([at, length, text]) => {
      const from = at % (csv.length + 1)
      return csv.slice(0, from) + text + csv.slice(from + (length % 20))
    })

it('is a school that every tablet can read, or is refused with the places of what is wrong', () => {
  let refused = 0
  fc.assert(
    fc.property(
      fc
        .constantFrom(...Object.keys(short))
        .chain((name) => spoiledFile(short[name] ?? '').map((csv) => ({ ...short, [name]: csv }))),
      (files) => {
        const built = buildSchool(files)
        if (built.ok) {
          expect(schoolSchema.safeParse(built.school).success).toBe(true)
          return
        }
        refused += 1
        expect(built.faults.length).toBeGreaterThan(0)
        for (const fault of built.faults) {
          expect(Object.keys(lists)).toContain(fault.list)
          expect(fault.row).toBeGreaterThanOrEqual(0)
        }
      },
    ),
    cases(600),
  )
  expect(refused).toBeGreaterThan(0)
}, 120_000)
