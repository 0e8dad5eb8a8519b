// Where a cell stands, in the journal and on a lesson's page in АИС: by a reading of its own.
export interface PlacedCell {
  kind: string
  lesson: string
  pupil?: string
  workType?: string
  n?: number
}

/** Equal cells, equal texts. */
export const placeOf = ({ lesson, kind, workType, n, pupil }: PlacedCell): string =>
  [lesson, kind, workType && `${workType}.${n}`, pupil].filter((part) => part !== undefined).join('/')

/** As the page of АИС calls its places: a reason stands where its absence does. */
export const aisPlaceOf = (cell: PlacedCell): string =>
  placeOf(cell.kind === 'absenceReason' ? { ...cell, kind: 'attendance' } : cell)
