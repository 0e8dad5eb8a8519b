// Where the keyboard is in the grid. One cell takes part in the order of Tab; moving it redraws nothing else.

export interface Place {
  row: number
  column: number
}

/** What stands where: pupils and columns by their ids. A place is found again by them once they have moved. */
export interface GridAxes {
  pupils: readonly string[]
  columns: readonly string[]
}

/** A place by what stands there. */
export interface NamedPlace {
  pupil: string
  column: string
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

export const createGridFocus = () => {
  /** Of the pupils whose cells are open; a hatched row between them is passed by. */
  let rows: readonly HTMLTableRowElement[] = []
  let axes: GridAxes = { pupils: [], columns: [] }
  let at: Place = { row: 0, column: 0 }
  /** Where the selection began; it runs down or up one column. */
  let anchor: number | null = null
  const listeners = new Set<() => void>()

  let selected: readonly HTMLElement[] = []
  /** The cell that stands out as the place, wherever it has moved since. */
  let painted: HTMLElement | null = null

  /** A row begins with its name. Looked up by number: a search by attribute would walk the whole grid at each key. */
  const cellAt = ({ row, column }: Place): HTMLElement | null => rows[row]?.cells[column + 1] ?? null

  const selectedRows = (): number[] => {
    const [from, to] = [Math.min(at.row, anchor ?? at.row), Math.max(at.row, anchor ?? at.row)]
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  }
  const paint = (): void => {
    painted?.setAttribute('tabindex', '-1')
    painted?.parentElement?.removeAttribute('data-current')
    for (const cell of selected) {
      cell.removeAttribute('data-selected')
      cell.removeAttribute('aria-selected')
    }
    selected = []
    const now = cellAt(at)
    painted = now
    now?.setAttribute('tabindex', '0')
    now?.parentElement?.setAttribute('data-current', '')
    if (anchor === null) return
    selected = selectedRows().flatMap((row) => cellAt({ row, column: at.column }) ?? [])
    for (const cell of selected) {
      cell.setAttribute('data-selected', '')
      cell.setAttribute('aria-selected', 'true')
    }
  }
  /** `focused`: the keyboard goes there too, before anything is painted, for it makes the browser lay out what was. */
  const stand = (place: Place, from: number | null, focused = false): void => {
    anchor = from
    at = { row: clamp(place.row, axes.pupils.length), column: clamp(place.column, axes.columns.length) }
    if (focused) cellAt(at)?.focus()
    paint()
    for (const listener of listeners) listener()
  }
  const nameOf = ({ row, column }: Place): NamedPlace => ({
    pupil: axes.pupils[row] ?? '',
    column: axes.columns[column] ?? '',
  })
  const find = ({ pupil, column }: NamedPlace): Place => ({
    row: axes.pupils.indexOf(pupil),
    column: axes.columns.indexOf(column),
  })
  return {
    /** After the columns or the class have changed: the place stays with its pupil and its column, wherever they are now. */
    mount: (element: HTMLElement | null, newAxes: GridAxes, first?: Place): void => {
      const held = nameOf(at)
      const body = element?.querySelector('tbody')
      rows = [...(body?.rows ?? [])].filter((one) => one.cells[0]?.dataset.row !== undefined)
      axes = newAxes
      const { row, column } = find(held)
      stand(first ?? { row: row < 0 ? at.row : row, column: column < 0 ? at.column : column }, null)
    },
    at: (): Place => at,
    nameOf,
    /** Null once the pupil or the column stands here no more. */
    find: (named: NamedPlace): Place | null => {
      const place = find(named)
      return place.row < 0 || place.column < 0 ? null : place
    },
    selectedRows,
    isSelecting: (): boolean => anchor !== null,
    /** The keyboard goes there. With `select` everything between stays chosen. */
    go: (place: Place, select = false): void => {
      stand(place, select ? (anchor ?? at.row) : null, true)
    },
    /** A finger or a reader has put the focus there. */
    arrived: (place: Place): void => {
      if (place.row !== at.row || place.column !== at.column) stand(place, null)
    },
    selectColumn: (): void => {
      stand({ row: axes.pupils.length - 1, column: at.column }, 0, true)
    },
    show: (): void => cellAt(at)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    drop: (): void => stand(at, null),
    /** A mark of the place itself, such as «a second mark comes here». */
    flag: (name: string, on: boolean): void => void cellAt(at)?.toggleAttribute(`data-${name}`, on),
    onMove: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type GridFocus = ReturnType<typeof createGridFocus>

/** The place that a cell says of itself, or null outside the cells. */
export const placeOf = (target: EventTarget | null): Place | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  const [row, column] = (cell?.dataset.at ?? '').split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}
