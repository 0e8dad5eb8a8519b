// A lost tablet's gap: the days whose lessons may be recorded from paper.
import { describe, expect, it } from 'vitest'
import { isOfLoss, type Loss } from '../../src/domain/register/loss.ts'
import { at } from '../regulation/recorded.ts'
import { algebraFirst, tinySchool } from './tiny-school.ts'

const loss = (oldest: string | null, seen: string, declared: string): Loss => ({
  ...{ id: 'l', device: 'drowned', person: 'algebraist', unsent: 2, cause: 'gone', declaredBy: 'deputy' },
  oldestUnsentAt: oldest && at(oldest),
  seenAt: at(seen),
  declaredAt: at(declared),
})

describe('a lesson of 24.11 is of the gap', () => {
  it.each<[string, Loss, boolean]>([
    ['of a tablet heard that day', loss(null, '24.11 12:00', '24.11 13:00'), true],
    ['when the tablet fell silent before it', loss(null, '20.11 12:00', '25.11 09:00'), true],
    ['a week back from what the tablet held', loss('01.12 09:00', '03.12 12:00', '03.12 13:00'), true],
    ['not more than a week back', loss('02.12 09:00', '03.12 12:00', '03.12 13:00'), false],
    ['not when it was held after the act', loss(null, '20.11 12:00', '23.11 09:00'), false],
  ])('%s', (_, one, expected) => {
    expect(isOfLoss(tinySchool, one, { kind: 'topic', lesson: algebraFirst })).toBe(expected)
  })
})
