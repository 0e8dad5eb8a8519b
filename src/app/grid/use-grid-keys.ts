// The keyboard in the grid: walking, selecting, writing and going down.
import { type KeyboardEvent, useRef } from 'react'
import { type Cell, cellKey } from '../../domain/cell.ts'
import { notation } from '../messages/values.ts'
import type { NamedPlace, Place } from './grid-focus.ts'
import { commandOf, type Direction, type GridCommand } from './grid-keys.ts'
import { chosen, type GridModel } from './grid-model.ts'
import type { NotWritten, Writing } from './grid-value.ts'
import type { GridWriter } from './grid-writer.ts'

interface KeyPorts {
  model: GridModel
  writer: GridWriter
  /** Whether the lesson has. */
  begun: boolean
  refuse(not: NotWritten): void
  openConflict(key: string): void
  /** Clears the selected cells, after a look at what they hold. */
  clearSelected(): void
  toggleHistory(): void
  toggleKeys(): void
  /** Out of the grid, to what stands before it. */
  leave(): void
}

const step = ({ row, column }: Place, to: Direction, { pupils, columns }: GridModel): Place => {
  switch (to) {
    case 'up':
      return { row: row - 1, column }
    case 'down':
      return { row: row + 1, column }
    case 'left':
      return { row, column: column - 1 }
    case 'right':
      return { row, column: column + 1 }
    case 'rowStart':
      return { row, column: 0 }
    case 'rowEnd':
      return { row, column: columns.length - 1 }
    case 'gridStart':
      return { row: 0, column: 0 }
    case 'gridEnd':
      return { row: pupils.length - 1, column: columns.length - 1 }
  }
}

const isWriting = (command: GridCommand): command is Writing =>
  ['mark', 'owed', 'attendance', 'clear', 'reason'].includes(command.kind)

/** What is taken away leaves the keyboard where it is: usually another value follows. A reason has its pupil. */
const stays = ({ cells }: GridModel, cell: Cell | null, { kind }: Writing): boolean => {
  if (kind !== 'owed') return kind === 'clear' || kind === 'reason'
  const value = cell && cells.get(cellKey(cell))?.value
  return value != null && 'owed' in value && value.owed
}

export const useGridKeys = (ports: KeyPorts) => {
  const { model, writer } = ports
  const { focus } = model
  /** The cell that the last key wrote, while the keyboard has gone nowhere else. */
  const written = useRef<NamedPlace | null>(null)
  const second = useRef(false)

  const expectSecond = (on: boolean): void => {
    if (second.current === on) return
    second.current = on
    focus.flag('second', on)
  }
  const goTo = (place: Place, select = false): void => {
    expectSecond(false)
    written.current = null
    focus.go(place, select)
  }

  /** Writes into the chosen cell. */
  const write = (writing: Writing): void => {
    const here = focus.at()
    const place = chosen(model)
    if (!place) return
    if (place.column.kind === 'past') return ports.refuse({ why: 'readOnly' })
    if (!ports.begun) return ports.refuse({ why: 'notBegun' })
    if (writing.kind === 'clear' && focus.isSelecting()) return ports.clearSelected()
    const staying = stays(model, place.cell, writing)
    const done = writer.write(model, place.pupil, place.column, writing, second.current)
    if (!done) return
    expectSecond(false)
    if (staying) return
    focus.go({ row: here.row + 1, column: here.column })
    written.current = focus.nameOf(here)
  }

  const run = (command: GridCommand): void => {
    if (isWriting(command)) return write(command)
    const here = focus.at()
    switch (command.kind) {
      case 'move':
        return goTo(step(here, command.to, model), command.select)
      case 'next': {
        const cell = chosen(model)?.cell
        if (cell && model.cells.get(cellKey(cell))?.state === 'conflict')
          return ports.openConflict(cellKey(cell))
        return goTo({ row: here.row + 1, column: here.column })
      }
      case 'selectColumn':
        return focus.selectColumn()
      case 'second': {
        const back = written.current && focus.find(written.current)
        if (back) focus.go(back)
        return expectSecond(true)
      }
      case 'leave':
        if (second.current) return expectSecond(false)
        return focus.isSelecting() ? focus.drop() : ports.leave()
      case 'history':
        return ports.toggleHistory()
      case 'keys':
        return ports.toggleKeys()
      case 'unknown':
        return ports.refuse({ why: 'noMark', typed: command.typed })
    }
  }
  return {
    /** A finger on the panel does the same as a key. */
    run,
    onKeyDown: (event: KeyboardEvent): void => {
      const command = commandOf(event.nativeEvent, notation())
      if (!command) return
      event.preventDefault()
      run(command)
    },
    /** A finger chose another cell. */
    moved: (): void => {
      written.current = null
      expectSecond(false)
    },
  }
}
