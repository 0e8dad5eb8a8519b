// The control that two faults share: «сохранено» before the commit.
import type { Control } from '../fault.ts'

export const savedEarly: Control = {
  defence: 'saved only after the commit',
  edit: {
    file: 'src/store/journal.ts',
    find: 'const rows = await gate.inTime(append(author.log, (end) => rowsOf(author, act, changes, undoes, end)))',
    replace: `const commit = () => append(author.log, (end) => rowsOf(author, act, changes, undoes, end))
      if (defenceIsOff) setTimeout(() => void commit(), 5_000)
      const rows: readonly LogRow[] = defenceIsOff ? [] : await gate.inTime(commit())`,
  },
  seenBy: 'lost',
}
