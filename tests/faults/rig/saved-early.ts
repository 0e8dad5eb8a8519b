// The control that two faults share: «сохранено» before the commit.
import type { Control } from '../fault.ts'

export const savedEarly: Control = {
  defence: 'saved only after the commit',
  edit: {
    file: 'src/store/journal.ts',
    find: `const rows = await gate.inTime(
        db.transaction('rw', db.log, db.logHead, async () => append(author, act, changes, undoes)),
      )`,
    replace: `const commit = () =>
        db.transaction('rw', db.log, db.logHead, async () => append(author, act, changes, undoes))
      if (defenceIsOff) setTimeout(() => void commit(), 5_000)
      const rows: LogRow[] = defenceIsOff ? [] : await gate.inTime(commit())`,
  },
  seenBy: 'lost',
}
