// Marks of which a person has said «внесено вручную» here, and which the hub has not yet told to be so.
import type { GiveUpAct } from '../../contract/not-carried-schema.ts'

type Seen = GiveUpAct['cells']

export const isSame = (one: Seen[number], other: Seen[number]): boolean =>
  one.key === other.key && one.holders.join() === other.holders.join()

/** Of `said` those that still stand open among `marks`; the same list while nothing has changed. */
export const stillUntold = (said: Seen, marks: Seen): Seen => {
  const left = said.filter((one) => marks.some((other) => isSame(one, other)))
  return left.length === said.length ? said : left
}
