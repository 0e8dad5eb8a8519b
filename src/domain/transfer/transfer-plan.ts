// What to do with one slot of an АИС page: read, compare three ways, then write or ask a person.
import type { AisPage, AisSlot } from './ais-page.ts'

/** A slot that the temporary journal wants to hold `target`; `base` is what АИС was last known to hold there. */
export interface SlotTarget {
  slot: AisSlot
  base: string
  target: string
}

export type SlotStep =
  | { kind: 'alreadyThere'; slot: AisSlot; present: string }
  | { kind: 'write'; slot: AisSlot; present: string; target: string }
  | { kind: 'conflict'; slot: AisSlot; present: string }

/** АИС keeps no versions and the last writer wins, so only a slot that still holds our base is written. */
export const planSlot = (page: AisPage, { slot, base, target }: SlotTarget): SlotStep => {
  const present = page.slots[slot] ?? ''
  if (present === target) return { kind: 'alreadyThere', slot, present }
  if (present === base) return { kind: 'write', slot, present, target }
  return { kind: 'conflict', slot, present }
}
