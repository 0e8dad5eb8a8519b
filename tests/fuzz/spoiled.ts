// How a message goes wrong: anything at all, or a good one changed at one place.
import { appendFileSync } from 'node:fs'
import fc from 'fast-check'

/** Notes how many cases really ran, for whoever asks for the sum; a failing case is told as ever. */
const tally = <T>(run: fc.RunDetails<T>): void => {
  const file = process.env.FUZZ_TALLY
  if (file) appendFileSync(file, `${run.numRuns}\n`)
  if (run.failed) throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance })
}

/** All of them when everything must run, a tenth at a desk. */
export const cases = <T>(count: number): fc.Parameters<T> => ({
  numRuns: process.env.CI === 'true' ? count : Math.ceil(count / 10),
  seed: Number(process.env.FUZZ_SEED ?? 20261123),
  reporter: tally,
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const strange: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    ...[
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      2 ** 40,
      -(2 ** 53),
      '',
      'ё',
      '\0',
      '\ud800',
      '2026-02-31',
      'NaN',
      [],
      {},
    ],
    ...[[[[[[[[[]]]]]]]], { length: 3 }, { toString: null }],
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  fc.string({ maxLength: 300, unit: 'binary' }),
)

const keysOf = (value: Json): (string | number)[] =>
  Array.isArray(value)
    ? value.map((_, at) => at)
    : typeof value === 'object' && value
      ? Object.keys(value)
      : []

/** Every place in a value, as the way that leads there. */
const placesIn = (value: Json, way: (string | number)[] = []): (string | number)[][] => [
  way,
  ...keysOf(value).flatMap((key) => placesIn((value as { [key: string]: Json })[key] ?? null, [...way, key])),
]

type Change =
  | { kind: 'replace'; by: Json }
  | { kind: 'remove' }
  | { kind: 'double' }
  | { kind: 'add'; key: string; by: Json }

const changed = (value: Json, way: readonly (string | number)[], change: Change): Json => {
  const [key, ...rest] = way
  if (key === undefined) {
    if (change.kind === 'replace') return change.by
    if (change.kind === 'double') return Array.isArray(value) ? [...value, ...value] : [value, value]
    if (change.kind === 'add' && typeof value === 'object' && value && !Array.isArray(value)) {
      return JSON.parse(
        `${JSON.stringify(value).slice(0, -1)}${keysOf(value).length > 0 ? ',' : ''}${JSON.stringify(change.key)}:${JSON.stringify(change.by)}}`,
      )
    }
    return value
  }
  if (Array.isArray(value)) {
    if (rest.length === 0 && change.kind === 'remove') return value.filter((_, at) => at !== key)
    return value.map((one, at) => (at === key ? changed(one, rest, change) : one))
  }
  const object = value as { [key: string]: Json }
  const left = Object.entries(object).filter(([name]) => name !== key)
  if (rest.length === 0 && change.kind === 'remove') return Object.fromEntries(left)
  return Object.fromEntries(
    Object.entries(object).map(([name, one]) => [name, name === key ? changed(one, rest, change) : one]),
  )
}

const change: fc.Arbitrary<Change> = fc.oneof(
  strange.map((by): Change => ({ kind: 'replace', by })),
  fc.constant<Change>({ kind: 'remove' }),
  fc.constant<Change>({ kind: 'double' }),
  fc.record({
    kind: fc.constant('add' as const),
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'kind', 'state'), fc.string({ maxLength: 8 })),
    by: strange,
  }),
)

/** One of these values, changed at one or two places. */
export const spoiled = (good: readonly unknown[]): fc.Arbitrary<unknown> => {
  const values = good.map((one) => JSON.parse(JSON.stringify(one)) as Json)
  const once = (value: Json): fc.Arbitrary<Json> =>
    fc.tuple(fc.nat(), change).map(([at, how]) => {
      const places = placesIn(value)
      return changed(value, places[at % places.length] ?? [], how)
    })
  const first = fc.constantFrom(...values).chain(once)
  return fc.oneof({ weight: 3, arbitrary: first }, { weight: 1, arbitrary: first.chain(once) })
}

/** The text of a message: spoiled, cut, or nothing of the kind. */
export const spoiledText = (good: readonly unknown[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: spoiled(good).map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...good), fc.nat())
        .map(([value, at]) => JSON.stringify(value).slice(0, at % JSON.stringify(value).length)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: strange.map((value) => JSON.stringify(value)) },
  )
