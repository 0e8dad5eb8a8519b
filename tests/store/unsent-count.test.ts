// The count at a key: what this tab appends is added, all else is read.
import { expect, it, vi } from 'vitest'
import type { LogRow } from '../../src/store/database.ts'
import type { OutboxSummary } from '../../src/store/outbox-view.ts'
import { createUnsentCount } from '../../src/store/reading/unsent-count.ts'

const rowsAt = (...times: string[]) => times.map((recordedAt) => ({ entry: { recordedAt } })) as LogRow[]
const none: OutboxSummary = { unsent: 0, oldestUnsentAt: null }

it('adds what this tab appends to what was read last, and reads nothing', async () => {
  const read = vi.fn(async () => none)
  const count = createUnsentCount(read)
  await count.now()
  count.note(rowsAt('09:00', '09:00'))
  count.note(rowsAt('09:05'))
  expect(await count.now()).toEqual({ unsent: 3, oldestUnsentAt: '09:00' })
  expect(read).toHaveBeenCalledTimes(1)
})

it('reads anew after any other change', async () => {
  const stored = vi.fn(async () => none).mockResolvedValueOnce({ unsent: 5, oldestUnsentAt: '08:00' })
  const count = createUnsentCount(stored)
  await count.now()
  count.note(null)
  count.note(rowsAt('09:00'))
  expect(await count.now()).toEqual(none)
})

it('keeps no reading during which something came: that may hold it or not', async () => {
  const answers: ((found: OutboxSummary) => void)[] = []
  const count = createUnsentCount(() => new Promise((answer) => answers.push(answer)))
  const first = count.now()
  count.note(rowsAt('09:00'))
  answers[0]?.(none)
  await first
  const second = count.now()
  answers[1]?.({ unsent: 1, oldestUnsentAt: '09:00' })
  expect(await second).toMatchObject({ unsent: 1 })
})
