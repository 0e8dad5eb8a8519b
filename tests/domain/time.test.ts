// The school's date at a moment, against the platform's own calendar: also on days of 23 and 25 hours.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateAt, toInstant } from '../../src/domain/time.ts'

const zones = ['Asia/Barnaul', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Kiritimati'] as const
const formats = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone })]))

it('is the date on the wall there, whatever was asked before', () => {
  const moment = fc.record({
    zone: fc.constantFrom(...zones),
    // Two years, and most often the hours around the ends of summer time.
    ms: fc.oneof(
      fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') }),
      fc.integer({ min: Date.parse('2026-10-24T20:00Z'), max: Date.parse('2026-10-26T02:00Z') }),
      fc.integer({ min: Date.parse('2027-03-27T20:00Z'), max: Date.parse('2027-03-29T02:00Z') }),
    ),
  })
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 30 }), (moments) => {
      for (const { zone, ms } of moments) {
        expect(dateAt(toInstant(ms), zone)).toBe(formats.get(zone)?.format(ms))
      }
    }),
    { numRuns: 200 },
  )
})

it('is none for what is no moment', () => {
  expect(dateAt('вчера', 'Asia/Barnaul')).toBe('')
})
