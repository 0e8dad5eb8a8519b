// What a hunt after one bug proves. Time that has run out on a busy machine proves nothing.
import type { Mutant } from './mutant.ts'

export type Hunt =
  | { kind: 'caught'; how: string }
  /** The bug makes the parts themselves throw: it can't be missed. */
  | { kind: 'crashed'; how: string }
  | { kind: 'timedOut' }
  | { kind: 'survived' }

export interface Judged {
  /** `again`: once more, with nothing else under way. */
  end: 'caught' | 'failed' | 'again'
  says: string
}

/** Only a bug that is known to hang counts as caught by hanging, and only where it was hunted alone. */
export const judgeHunt = (
  { name, hangs }: Pick<Mutant, 'name' | 'hangs'>,
  hunt: Hunt,
  alone: boolean,
): Judged => {
  switch (hunt.kind) {
    case 'caught':
      return { end: 'caught', says: `caught ${name} ${hunt.how}` }
    case 'crashed':
      return { end: 'caught', says: `caught ${name} by its own crash: ${hunt.how}` }
    case 'survived':
      return { end: 'failed', says: `survived ${name}` }
    case 'timedOut':
      if (!alone) return { end: 'again', says: `timed out ${name}: it is hunted once more, alone` }
      return hangs
        ? { end: 'caught', says: `caught ${name} by hanging` }
        : { end: 'failed', says: `timed out ${name}: nothing was proved` }
  }
}

interface Report {
  testResults: readonly {
    status: string
    assertionResults: readonly { status: string; failureMessages: readonly string[] }[]
  }[]
}

/** Did nothing in vitest's report fail but tests and hooks whose time was over? A file that could not be read failed. */
export const onlyTimedOut = (report: string): boolean => {
  const { testResults } = JSON.parse(report) as Report
  const tests = testResults.flatMap((file) => file.assertionResults)
  const failed = tests.filter((one) => one.status === 'failed')
  const unread = testResults.some(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  )
  const isOver = (message: string): boolean => /timed out in \d+\s*ms/.test(message)
  return !unread && failed.length > 0 && failed.every((one) => one.failureMessages.every(isOver))
}
