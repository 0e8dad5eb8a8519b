// Reads one field of a list. What can't be read is told as a fault, never guessed.
import { isDate } from '../../domain/time.ts'

export type FieldFault =
  | { problem: 'empty' }
  | { problem: 'notNumber'; value: string }
  | { problem: 'notDate'; value: string }
  | { problem: 'notTime'; value: string }
  | { problem: 'notZone'; value: string }
  | { problem: 'notOneOf'; value: string; allowed: readonly string[] }

export type Field<T> = { ok: true; value: T } | { ok: false; fault: FieldFault }
export type Reader<T> = (raw: string) => Field<T>

const good = <T>(value: T): Field<T> => ({ ok: true, value })
const bad = (fault: FieldFault): Field<never> => ({ ok: false, fault })

export const text: Reader<string> = (raw) => (raw === '' ? bad({ problem: 'empty' }) : good(raw))
export const optionalText: Reader<string | null> = (raw) => good(raw === '' ? null : raw)

export const integer: Reader<number> = (raw) =>
  /^\d{1,6}$/.test(raw) ? good(Number(raw)) : bad({ problem: 'notNumber', value: raw })

/** `2026-09-01`, or `01.09.2026` as spreadsheets of the country write it. */
export const date: Reader<string> = (raw) => {
  const local = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(raw)
  const iso = local ? `${local[3]}-${local[2]}-${local[1]}` : raw
  return isDate(iso) ? good(iso) : bad({ problem: 'notDate', value: raw })
}

export const time: Reader<string> = (raw) => {
  const padded = raw.length === 4 ? `0${raw}` : raw
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(padded) ? good(padded) : bad({ problem: 'notTime', value: raw })
}

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}
/** An IANA name: without a real one no lesson would have a beginning. */
export const zone: Reader<string> = (raw) =>
  isZone(raw) ? good(raw) : bad({ problem: 'notZone', value: raw })

export const oneOf =
  <T extends string>(...allowed: readonly T[]): Reader<T> =>
  (raw) => {
    const found = allowed.find((one) => one === raw)
    return found === undefined ? bad({ problem: 'notOneOf', value: raw, allowed }) : good(found)
  }

export const numberOf =
  <T extends number>(...allowed: readonly T[]): Reader<T> =>
  (raw) => {
    const found = allowed.find((one) => String(one) === raw)
    return found === undefined
      ? bad({ problem: 'notOneOf', value: raw, allowed: allowed.map(String) })
      : good(found)
  }

export const optional =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (raw) =>
    raw === '' ? good(null) : reader(raw)

/** «yes» or nothing. */
export const flag: Reader<boolean> = (raw) =>
  raw === '' || raw === 'yes'
    ? good(raw === 'yes')
    : bad({ problem: 'notOneOf', value: raw, allowed: ['yes'] })

const lackable = new WeakSet<Reader<unknown>>()

/** A column that a list need not have: then every row reads as if it were empty. */
export const mayLack = <T>(reader: Reader<T>): Reader<T> => {
  const own: Reader<T> = (raw) => reader(raw)
  lackable.add(own)
  return own
}
export const isNeeded = (reader: Reader<unknown>): boolean => !lackable.has(reader)

/** Several values between semicolons; at least one. */
export const listOf =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (raw) => {
    const values: T[] = []
    for (const part of raw.split(';')) {
      const field = reader(part.trim())
      if (!field.ok) return field
      values.push(field.value)
    }
    return good(values)
  }
