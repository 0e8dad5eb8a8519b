// Functions made for the very fields that they read: a named field is read many times as fast as one that is looked up.

const quoted = (name: string): string => JSON.stringify(name)

const fieldOf = (name: string): string => `row[${quoted(name)}]`

/** Reads one field of a row. */
export const fieldReader = <T>(name: string): ((row: object) => T) =>
  new Function('row', `return ${fieldOf(name)}`) as (row: object) => T

/** Reads a list of fields; undefined where the row lacks one. */
export const listReader = <T>(names: readonly string[]): ((row: object) => T[] | undefined) => {
  const lacks = names.map((name) => `${fieldOf(name)} === undefined`).join(' || ')
  return new Function('row', `return ${lacks} ? undefined : [${names.map(fieldOf).join()}]`) as (
    row: object,
  ) => T[] | undefined
}

/** Makes a new row of these fields alone. */
export const fieldPicker = (names: readonly string[]): ((row: object) => object) =>
  new Function('row', `return { ${names.map((name) => `${quoted(name)}: ${fieldOf(name)}`).join()} }`) as (
    row: object,
  ) => object

type Fields = Readonly<Record<string, unknown>>

/** Makes a new row of all columns: of `given` those that are named, null where it says nothing, and of `row` the others. */
export const fieldMerger = (
  columns: readonly string[],
  named: ReadonlySet<string>,
): ((row: object, given: Fields) => object) => {
  const field = (name: string): string =>
    `${quoted(name)}: ${named.has(name) ? `given[${quoted(name)}] ?? null` : fieldOf(name)}`
  return new Function('row', 'given', `return { ${columns.map(field).join()} }`) as (
    row: object,
    given: Fields,
  ) => object
}

/** Whether one of these fields is null. */
export const nullFinder = (names: readonly string[]): ((row: object) => boolean) =>
  new Function(
    'row',
    `return ${['false', ...names.map((name) => `${fieldOf(name)} === null`)].join(' || ')}`,
  ) as (row: object) => boolean
