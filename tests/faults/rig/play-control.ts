// Plays a fault without one of its defences: it must be found, and by nothing else than what watches for it.
import type { Control, Fault, RunEnd } from '../fault.ts'
import { Finding } from './finding.ts'

const hasSeen = (run: Promise<RunEnd>): Promise<{ seen: string | null; words: string }> =>
  run.then(
    ({ acknowledged, lost }) => ({
      seen: lost.length > 0 ? 'lost' : null,
      words: `${lost.length} of ${acknowledged} lost`,
    }),
    (error: unknown) => {
      if (error instanceof Finding) return { seen: error.what, words: error.message.split('\n')[0] ?? '' }
      throw error
    },
  )

/** Null, or in a sentence why the rig proves nothing. Rejects when the rig itself failed. */
export const playControl = async (
  fault: Fault,
  { defence, seenBy }: Control,
  run: Promise<RunEnd>,
): Promise<string | null> => {
  const { seen, words } = await hasSeen(run)
  if (seen === null) return `without «${defence}» nothing was found: the rig is blind`
  if (seen !== seenBy) return `without «${defence}» it was found by «${words}», not by «${seenBy}»`
  console.log(`  ${fault.name} without «${defence}»: ${words}, as it must be`)
  return null
}

/** Every defence once, however many faults are played without it. */
export const switchesOf = (faults: readonly Fault[]) => [
  ...new Map(
    faults.flatMap((fault) =>
      fault.controls.map((one) => [one.defence, { ...one.edit, defence: one.defence }]),
    ),
  ).values(),
]
