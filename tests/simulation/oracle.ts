// Judges what happened by its own means: it shares no code with what it judges, and reads only facts.
import { isDeepStrictEqual } from 'node:util'
import type { AisWrite } from './ais.ts'

export interface FactRow {
  id: string
  person: string
  cell_key: string
  state: string
  recorded_at: string
  received_at: string
  verified_at: string | null
  body: string
}

export interface Facts {
  /** What screens called saved: the entries, as they were then. */
  saved: readonly { id: string }[]
  /** Every entry row of the hub. */
  rows: readonly FactRow[]
  /** What each tablet says of its entries. */
  told: readonly { id: string; state: string }[]
  aisLog: readonly AisWrite[]
  /** What the hub's cells count, as JSON. */
  cells: readonly { key: string; holders: string; candidates: string }[]
  /** Rows that a hub had before it was restored from a copy: what it then said and did stays said and done. */
  forgotten: readonly FactRow[]
}

export interface Breaches {
  lost: string[]
  doubled: string[]
  falselyGreen: string[]
  overwritten: string[]
}

interface Body {
  id: string
  value: unknown
  saw: unknown
  follows: string[]
}

const bodies = new WeakMap<FactRow, Body>()
const bodyOf = (row: FactRow): Body => {
  const body = bodies.get(row) ?? (JSON.parse(row.body) as Body)
  bodies.set(row, body)
  return body
}
/** The entry without its place in a log: a fork moves that, and nothing else. */
const fact = (entry: object): unknown => {
  const { log, seq, prevHash, schema, ...rest } = JSON.parse(JSON.stringify(entry))
  return { ...rest, device: log.device, person: log.person }
}

const findLost = ({ saved, rows }: Facts): string[] => {
  const kept = new Map(rows.map((row) => [row.id, row]))
  return saved
    .filter((entry) => {
      const row = kept.get(entry.id)
      return !row || !isDeepStrictEqual(fact(entry), fact(JSON.parse(row.body)))
    })
    .map((entry) => entry.id)
}

const findDoubled = ({ saved, rows }: Facts): string[] => {
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
  const places = rows.map(({ body }) => {
    const { log, seq } = JSON.parse(body)
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

/** The tablet may lag behind the hub, never run ahead of it; at the end they must say the same. */
const findFalselyGreen = ({ rows, told }: Facts): string[] => {
  const states = new Map(rows.map((row) => [row.id, row.state]))
  return told.filter((one) => states.get(one.id) !== one.state).map((one) => `${one.id} ${one.state}`)
}

/** What an entry stands on: a refused one of its own author counts for what that one stood on. */
const groundsOf = (row: FactRow, rows: readonly FactRow[]): { ids: string[]; saws: unknown[] } => {
  const { follows, saw } = bodyOf(row)
  const grounds = { ids: [...follows], saws: [saw] }
  for (const id of follows) {
    const before = rows.find((one) => one.id === id)
    if (before?.state !== 'refused' || before.person !== row.person) continue
    const further = groundsOf(before, rows)
    grounds.ids.push(...further.ids)
    grounds.saws.push(...further.saws)
  }
  return grounds
}

/** A value gave way only to somebody who had it before their eyes: by its id, by an equal one's, or as seen. */
const findReplacedUnseen = ({ rows }: Facts): string[] => {
  const byCell = new Map<string, FactRow[]>()
  for (const row of rows) byCell.set(row.cell_key, [...(byCell.get(row.cell_key) ?? []), row])
  return rows
    .filter((row) => row.state === 'superseded')
    .filter((row) => {
      const { id, value } = bodyOf(row)
      const around = (byCell.get(row.cell_key) ?? []).filter((other) => other.id !== id)
      const equal = new Set([
        id,
        ...around.filter((o) => isDeepStrictEqual(bodyOf(o).value, value)).map((o) => o.id),
      ])
      return !around.some((other) => {
        const { ids, saws } = groundsOf(other, rows)
        // АИС sees nothing: its word may only fill what was blank.
        const sees = other.person !== 'ais' || value === null
        // Who only saw an equal value has replaced this one by coming after it with another.
        const replaces = other.received_at > row.received_at && !isDeepStrictEqual(bodyOf(other).value, value)
        const hadSeen = sees && replaces && saws.some((saw) => isDeepStrictEqual(saw, value))
        // Who goes on in a log knows what is in it.
        const ownLater = isLater(other, row)
        const stoodOn = ids.some((one) => equal.has(one))
        return other.state !== 'refused' && (stoodOn || hadSeen || ownLater)
      })
    })
    .map((row) => row.id)
}

const isLater = (row: FactRow, than: FactRow): boolean => {
  const [a, b] = [JSON.parse(row.body), JSON.parse(than.body)]
  return isDeepStrictEqual(a.log, b.log) && a.seq > b.seq
}

/** What one tablet wrote later gives way to what it wrote before only when a person who saw both chose so. */
const findTurnedBack = ({ rows }: Facts): string[] => {
  const holding = rows.filter((row) => ['accepted', 'transferred', 'verified'].includes(row.state))
  return holding
    .filter((row) => {
      return rows.some((other) => {
        if (other.cell_key !== row.cell_key || other.state !== 'superseded') return false
        const chosen = rows.some((one) => one.state !== 'refused' && bodyOf(one).follows.includes(other.id))
        return isLater(other, row) && !chosen
      })
    })
    .map((row) => `${row.id} stands over a later entry of its own log`)
}

const baseKey = (slot: string): string => slot.replace('/attendance/', '/')
const rowSlot = (row: FactRow): string => row.cell_key.replace(/\/(attendance|absenceReason)\//, '/')

/** The carrier wrote over a person's text only after that text had come in as an entry of its own. */
const findAisOverwritten = ({ aisLog, rows: kept, forgotten }: Facts): string[] => {
  const rows = [...kept, ...forgotten]
  return aisLog.flatMap((write, at) => {
    if (write.by !== 'carrier' || write.before === write.after) return []
    const earlier = aisLog.slice(0, at).filter((one) => one.slot === write.slot)
    const last = earlier.filter((one) => one.by !== 'attempt').at(-1)
    if (last?.by !== 'person' || last.raced) return []
    // A text that the carrier itself had asked for, or the empty cell, can't be told from its own work.
    const own = earlier.slice(0, -1).filter((one) => one.by === 'attempt')
    if (write.before === '' || own.some((one) => one.after === write.before)) return []
    const ofSlot = rows.filter((row) => rowSlot(row) === baseKey(write.slot))
    const says = (row: FactRow) => {
      const { cell, value } = JSON.parse(row.body)
      return saysIn(cell.kind, value, write.before)
    }
    // Since when АИС is known to have held something else. A write whose answer was lost may not have been one: the same
    // text as was last known there is no disagreement, whatever stood there between two readings.
    const learnt = [
      ...earlier.filter((one) => one.by === 'carrier' && !one.unanswered).map((one) => one.at),
      ...ofSlot
        .filter((row) => !says(row))
        .map((row) => row.verified_at ?? '')
        .filter((at) => at < write.at),
    ].reduce((a, b) => (a > b ? a : b), '')
    // Whoever recorded what was written had that very value before their eyes, in the cell or as a candidate.
    const stood = new Set(ofSlot.filter(says).map((row) => row.id))
    const seen = ofSlot.some((row) => {
      if (row.state === 'refused') return false
      const { cell, value, saw, follows } = JSON.parse(row.body)
      const saidBefore = saw !== null && saysIn(cell.kind, saw, write.before)
      const chosen = follows.some((id: string) => stood.has(id))
      return saysIn(cell.kind, value, write.after) && (saidBefore || chosen)
    })
    if (seen) return []
    const known = (row: FactRow): boolean => {
      const told = row.person === 'ais' ? row.recorded_at : ''
      return told > learnt || (row.verified_at !== null && row.verified_at >= learnt)
    }
    return ofSlot.some((row) => says(row) && known(row))
      ? []
      : [`${write.slot}: ${write.before} → ${write.after}`]
  })
}

/** One word of АИС is reported once: again only after somebody has written in its place since. */
export const findReportedTwice = ({ aisLog, rows }: Facts): string[] => {
  const words = rows.filter((row) => row.person === 'ais')
  return words
    .filter((row) =>
      words.some((earlier) => {
        const same =
          earlier.cell_key === row.cell_key &&
          earlier.recorded_at < row.recorded_at &&
          isDeepStrictEqual(bodyOf(earlier).value, bodyOf(row).value)
        const rewritten = aisLog.some(
          (write) =>
            baseKey(write.slot) === rowSlot(row) &&
            write.at > earlier.recorded_at &&
            write.at <= row.recorded_at,
        )
        return same && !rewritten
      }),
    )
    .map((row) => `${row.cell_key}: the same word of АИС was reported twice`)
}

/** What is told as a word of АИС once stood there: a blank that nobody made is no word. */
export const findNeverSaid = ({ aisLog, rows }: Facts): string[] =>
  rows
    .filter((row) => row.person === 'ais')
    .filter((row) => {
      const { cell, value } = JSON.parse(row.body)
      const stood = (write: AisWrite): boolean =>
        write.at <= row.recorded_at &&
        baseKey(write.slot) === rowSlot(row) &&
        saysIn(cell.kind, value, write.after)
      return !aisLog.some(stood)
    })
    .map((row) => `${row.cell_key}: АИС never held what ${row.id} tells`)

/** Only the author's own session carries an entry. */
const findForeignSessions = ({ aisLog, rows }: Facts): string[] =>
  aisLog
    .filter((write) => write.session !== null)
    .filter(
      (write) => !rows.some((row) => row.person === write.session && rowSlot(row) === baseKey(write.slot)),
    )
    .map((write) => `${write.slot} was written in the session of ${write.session}`)

const absences = ['ОТ', 'Б', 'УП', 'НП']

/** An absence is its author's to carry: a class teacher's reason comes to one that АИС has already. */
const findForeignAbsences = ({ aisLog, rows: kept, forgotten }: Facts): string[] => {
  const rows = [...kept, ...forgotten]
  return aisLog
    .filter(
      (write) => write.by === 'carrier' && absences.includes(write.after) && !absences.includes(write.before),
    )
    .filter(
      (write) =>
        !rows.some((row) => {
          if (row.cell_key !== write.slot) return false
          const there = row.verified_at !== null && row.verified_at <= write.at
          return bodyOf(row).value !== null && (row.person === write.session || there)
        }),
    )
    .map((write) => `${write.slot}: the absence was carried by ${write.session}`)
}

export const judge = (facts: Facts): Breaches => ({
  lost: findLost(facts),
  doubled: [...findDoubled(facts), ...findWrittenTwice(facts), ...findCountedTwice(facts)],
  falselyGreen: findFalselyGreen(facts),
  overwritten: [
    ...findReplacedUnseen(facts),
    ...findTurnedBack(facts),
    ...findAisOverwritten(facts),
    ...findForeignSessions(facts),
    ...findForeignAbsences(facts),
  ],
})

const reasons: Record<string, string> = { illness: 'Б', excused: 'УП', unexcused: 'НП' }

/** The texts that may stand in АИС for a value; by its own table, not by the projection under test. */
const textsFor = (value: Record<string, unknown> | null): string[] => {
  if (value === null) return ['']
  if (typeof value.aisText === 'string') return [value.aisText]
  if (value.code === 'present') return ['']
  if (value.code === 'absent') return ['ОТ', 'Б', 'УП', 'НП']
  if (value.code === 'late') return [`ОП ${value.minutes}`]
  if (value.code === 'exempt') return ['ОСВ']
  if (typeof value.reason === 'string') return [reasons[value.reason] ?? '']
  if (Array.isArray(value.marks)) return [value.marks.join('/') + (value.owed ? '•' : '')]
  if (value.none === true) return ['не задано']
  if ('planItem' in value)
    return [value.planItem === null ? `${value.text}` : `${value.planItem}. ${value.text}`]
  return [String(value.text)]
}

/** Whether a text in АИС is this value. People type codes in either case and with spaces around: that says nothing else. */
export const saysIn = (kind: string, value: Record<string, unknown> | null, text: string): boolean => {
  const plain = (one: string) => (kind === 'topic' || kind === 'homework' ? one : one.trim().toUpperCase())
  // No reason: any text that names none.
  if (kind === 'absenceReason' && value === null) return !Object.values(reasons).includes(plain(text))
  return textsFor(value).some((one) => plain(one) === plain(text))
}
