// The control of faults in which the hub dies: the receipt before the commit.
import type { Control } from '../fault.ts'

export const receiptEarly: Control = {
  defence: 'the commit before the receipt',
  edit: {
    file: 'src/hub/intake/group-commit.ts',
    find: 'const answers = await db.transaction().execute((trx) => takeGroup(trx, group))',
    // The transaction is undone, so that nothing holds the answers up, and done again five seconds after them.
    replace: `if (defenceIsOff) {
          const undone = async (trx: Trx) => {
            for (const answer of await takeGroup(trx, group)) answer()
            throw new Error('undone')
          }
          await db.transaction().execute(undone).catch(() => undefined)
          await new Promise((later) => setTimeout(later, 5_000))
        }
        const answers = await db.transaction().execute((trx) => takeGroup(trx, group))`,
  },
  seenBy: 'lost',
}
