// What a school's own scale of marks may not be: each fault names the setting that has it.

import type { SchoolSettings, TextName } from '../settings.ts'
import { defaultMarks, type Mark } from '../value.ts'
import { folded } from './look-alike.ts'
import { readScale } from './notation.ts'

export type NotationProblem =
  /** Longer than four signs, or with signs that no mark has. */
  | 'oddMark'
  | 'markTwice'
  /** 2–5 are always in the scale; `value` are those that are missing. */
  | 'marksLacking'
  | 'tooManyMarks'
  /** Reads as two marks of the scale, or two pairs of marks read alike. */
  | 'pairOfMarks'

export interface NotationFault {
  name: TextName
  problem: NotationProblem
  value: string
}

export type TextSettings = Pick<SchoolSettings, TextName>

const always: readonly Mark[] = ['5', '4', '3', '2']
const mostMarks = 16
/** «б/о», «5+», «отл.»: a letter or a digit first, and no slash at the end. */
const plainMark = /^(?=.{1,4}$)[\p{L}\p{N}](?:[\p{L}\p{N}/.+-]*[\p{L}\p{N}.+-])?$/u

/** The first that stands among those before it; undefined when all differ. */
const repeated = (texts: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return texts.find((text) => {
    const before = seen.size
    return seen.add(folded(text)).size === before
  })
}

/** A text that would be read in two ways, one of them as two marks. */
const ambiguous = (marks: readonly Mark[]): string | undefined => {
  for (const separator of ['/', '-']) {
    const pairs = marks.flatMap((first) => marks.map((second) => `${first}${separator}${second}`))
    const found = repeated([...pairs, ...marks])
    if (found !== undefined) return found
  }
  return undefined
}

const scaleFaults = (line: string): NotationFault[] => {
  const marks = readScale(line)
  const fault = (problem: NotationProblem, value: string): NotationFault[] => [
    { name: 'markScale', problem, value },
  ]
  const odd = marks.find((mark) => !defaultMarks.includes(mark) && !plainMark.test(mark))
  if (odd !== undefined) return fault('oddMark', odd)
  const twice = repeated(marks)
  if (twice !== undefined) return fault('markTwice', twice)
  const lacking = always.filter((mark) => !marks.includes(mark))
  if (lacking.length > 0) return fault('marksLacking', lacking.join(', '))
  if (marks.length > mostMarks) return fault('tooManyMarks', String(marks.length))
  const pair = ambiguous(marks)
  return pair === undefined ? [] : fault('pairOfMarks', pair)
}

/** The first thing that is wrong with the scale; empty when it can be a school's. */
export const notationFaults = ({ markScale }: TextSettings): NotationFault[] => scaleFaults(markScale)
