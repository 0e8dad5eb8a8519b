// Promise 3: at rest every tablet says of its entries what the hub says.
import type { Facts } from './facts.ts'

/** The tablet may lag behind the hub, never run ahead of it; at the end they must say the same. */
export const findFalselyGreen = ({ rows, told }: Facts): string[] => {
  const states = new Map(rows.map((row) => [row.id, row.state]))
  return told.filter((one) => states.get(one.id) !== one.state).map((one) => `${one.id} ${one.state}`)
}
