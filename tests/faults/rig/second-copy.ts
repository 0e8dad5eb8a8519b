// The defence that faults of the storage share: what is unsent is kept outside IndexedDB too.
import type { Control } from '../fault.ts'

export const secondCopy: Pick<Control, 'defence' | 'edit'> = {
  defence: 'the second copy',
  edit: {
    file: 'src/app/second-copy/opfs-copy.ts',
    find: 'if (!navigator.storage?.getDirectory) return null',
    replace: 'if (defenceIsOff || !navigator.storage?.getDirectory) return null',
  },
}
