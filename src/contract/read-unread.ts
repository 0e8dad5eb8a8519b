// What can be told of a disagreement of a kind that this build does not know: its place and every value, as they came.
import * as z from 'zod/mini'
import { instant } from './hub-says.ts'

const holder = z.object({
  entry: z.string(),
  author: z.string(),
  device: z.nullable(z.string()),
  recordedAt: instant,
  source: z.enum(['device', 'paper', 'file', 'ais']),
})

const strangeCell = z.object({
  cell: z.optional(z.object({ lesson: z.optional(z.string()), pupil: z.optional(z.string()) })),
  value: z.optional(z.unknown()),
  candidates: z.optional(
    z.array(z.object({ value: z.optional(z.unknown()), entries: z.catch(z.array(holder), []) })),
  ),
})

export interface StrangeConflict {
  lesson: string | null
  pupil: string | null
  /** At least one: where no candidates can be read, the value of the cell itself. */
  candidates: { value: unknown; entries: z.infer<typeof holder>[] }[]
}

/** `raw` is the JSON text that came; null when not even that much of it can be read. */
export const readStrangeConflict = (raw: string): StrangeConflict | null => {
  const read = strangeCell.safeParse(JSON.parse(raw))
  if (!read.success) return null
  const { cell, value = null, candidates = [] } = read.data
  return {
    ...{ lesson: cell?.lesson ?? null, pupil: cell?.pupil ?? null },
    candidates:
      candidates.length > 0
        ? candidates.map((one) => ({ value: one.value ?? null, entries: one.entries }))
        : [{ value, entries: [] }],
  }
}
