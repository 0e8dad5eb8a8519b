// The control of faults in which entries are sent again: the hub knows them no more.
import type { Control } from '../fault.ts'

export const sameReceipt: Control = {
  defence: 'the same entry gets the same receipt',
  edit: {
    file: 'src/hub/intake/intake.ts',
    find: 'if (row?.hash === arrival.hash && row.seq === seq) {',
    replace: 'if (!defenceIsOff && row?.hash === arrival.hash && row.seq === seq) {',
  },
  seenBy: 'another receipt',
}
