// Promise 2: an entry counts once, and АИС is written to once.
import { bodyOf, type Facts } from './facts.ts'

const findStrangers = ({ saved, rows }: Facts): string[] => {
  const known = new Set(saved.map((entry) => entry.id))
  const strangers = rows.filter((row) => row.person !== 'ais' && !known.has(row.id)).map((row) => row.id)
  const seen = new Set<string>()
  const twice = rows.filter((row) => seen.size === seen.add(row.id).size).map((row) => row.id)
  return [...strangers, ...twice]
}

/** АИС was written to although it held that very text: whoever read the page before would not have. */
const findWrittenTwice = ({ aisLog }: Facts): string[] =>
  aisLog
    .filter((write, at) => {
      const last = aisLog.slice(0, at).findLast((one) => one.slot === write.slot && one.by !== 'attempt')
      return write.by === 'carrier' && write.before === write.after && !last?.raced
    })
    .map((write) => `${write.slot}: «${write.after}» was written where it stood`)

/** One fact stands in a cell once: as a holder or as a candidate; and one place of a log has one entry. */
const findCountedTwice = ({ rows, cells }: Facts): string[] => {
  const places = rows.map((row) => {
    const { log, seq } = bodyOf(row)
    return `${JSON.stringify(log)} ${seq}`
  })
  const standing = cells.map(({ key, holders, candidates }) => {
    const chosen = (JSON.parse(candidates) as { entries: string[] }[]).flatMap((one) => one.entries)
    return { key, ids: chosen.length > 0 ? chosen : (JSON.parse(holders) as string[]) }
  })
  return [
    ...places.filter((place, at) => places.indexOf(place) !== at),
    ...standing.filter(({ ids }) => new Set(ids).size < ids.length).map(({ key }) => `${key} counts twice`),
  ]
}

export const findDoubled = (facts: Facts): string[] => [
  ...findStrangers(facts),
  ...findWrittenTwice(facts),
  ...findCountedTwice(facts),
]
