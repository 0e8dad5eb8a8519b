// The acts of the lesson's fields and sheets, one after another with the keys: each is made from what the last has left.
import type { Acts } from '../lesson/use-lesson.ts'
import type { GridCells } from './grid-cells.ts'
import type { GridWriter } from './grid-writer.ts'

export const serialActs = (acts: Acts, writer: GridWriter, cells: GridCells): Acts => ({
  ...acts,
  act: (changes, said) => writer.save(() => ({ changes, said })),
  actOnFresh: (_lesson, make) => writer.save(() => make(cells.views)),
  undo: () => writer.turnBack(cells, 'undo'),
  redo: () => writer.turnBack(cells, 'redo'),
})
