// The register of an open lesson: nobody's row moves, whatever the lists say meanwhile.
import { describe, expect, it } from 'vitest'
import { keepPlaces, type PlacedClass } from '../../src/app/lesson/class/class-places.ts'
import type { ClassRow } from '../../src/app/lesson/class/class-rows.ts'

const row = (id: string, more: Partial<ClassRow> = {}): ClassRow => ({ id, name: `Ученик ${id}`, ...more })
const classOf = (...rows: ClassRow[]) => ({ rows, pupils: rows.filter((one) => !one.closed) })
const nobody = (): null => null
const shown = (
  before: PlacedClass | null,
  rows: ClassRow[],
  meantBy: (id: string) => string | null = nobody,
): PlacedClass => keepPlaces(before, classOf(...rows), meantBy)
const seen = ({ rows }: PlacedClass): string[] => rows.map((one) => `${one.id}${one.closed ? ' closed' : ''}`)
const opened = shown(
  null,
  ['b', 'c', 'd', 'e'].map((id) => row(id)),
)

describe('the register of an open lesson', () => {
  it('stands as the lists have it, in two halves; whoever was added by name is in the second', () => {
    const { half } = shown(null, [row('b', { note: 'освобождение' }), row('c'), row('d'), row('?Новиков')])
    expect([opened.half, half]).toEqual([2, 2])
    expect(seen(opened)).toEqual(['b', 'c', 'd', 'e'])
  })

  it('puts whoever comes behind all others, says so, and does not move the halves', () => {
    const came = shown(
      opened,
      ['a', 'b', 'c', 'd', 'e'].map((id) => row(id)),
    )
    expect(seen(came)).toEqual(['b', 'c', 'd', 'e', 'a'])
    expect(came.pupils.map((one) => one.id)).toEqual(['b', 'c', 'd', 'e', 'a'])
    expect(came.rows.map((one) => one.note ?? '')).toEqual(['', '', '', '', 'новое имя в списке'])
    expect(came.half).toBe(2)
    // Also after the next news.
    expect(
      shown(
        came,
        ['a', 'b', 'c', 'd', 'e'].map((id) => row(id)),
      ),
    ).toEqual(came)
  })

  it('leaves a closed row where the pupil stood, also of one whom no list has any more', () => {
    const left = shown(opened, [row('b'), row('c', { closed: true, note: 'выбытие' }), row('e')])
    expect(seen(left)).toEqual(['b', 'c closed', 'd closed', 'e'])
    expect(left.pupils.map((one) => one.id)).toEqual(['b', 'e'])
    expect(left.rows.map((one) => one.note ?? '')).toEqual(['', 'выбытие', 'нет в списке урока', ''])
    expect(
      seen(
        shown(
          left,
          ['b', 'c', 'd', 'e'].map((id) => row(id)),
        ),
      ),
    ).toEqual(['b', 'c', 'd', 'e'])
  })

  it('gives the place of a name to the pupil whom it meant, and drops a name that was taken back', () => {
    const named = shown(opened, [...opened.rows, row('?Абаев'), row('?Яров')])
    expect(seen(named)).toEqual(['b', 'c', 'd', 'e', '?Абаев', '?Яров'])
    const found = shown(named, [row('a'), ...opened.rows, row('?Яров')], (id) =>
      id === '?Абаев' ? 'a' : null,
    )
    expect(seen(found)).toEqual(['b', 'c', 'd', 'e', 'a', '?Яров'])
    expect(seen(shown(named, [...opened.rows, row('?Яров')]))).toEqual(['b', 'c', 'd', 'e', '?Яров'])
  })

  it('shows a pupil once who had left, was typed by name, and is back in the lists', () => {
    const left = shown(null, [row('b'), row('c', { closed: true, note: 'выбытие' }), row('?Абаев')])
    const back = shown(left, [row('b'), row('c')], (id) => (id === '?Абаев' ? 'c' : null))
    expect(seen(back)).toEqual(['b', 'c'])
    expect(back.pupils.map((one) => one.id)).toEqual(['b', 'c'])
  })

  it('begins anew where nobody stood', () => {
    expect(seen(shown(shown(null, []), [row('c'), row('d')]))).toEqual(['c', 'd'])
  })
})
