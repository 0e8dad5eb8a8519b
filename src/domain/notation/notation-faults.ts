// What a school's own marks and letters may not be: each fault names the setting that has it.
import { attendanceCodes, letterName, type SchoolSettings, type TextName } from '../settings.ts'
import { type AttendanceCode, defaultLetters, defaultMarks, type Mark } from '../value.ts'
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
  /** Not one to four letters. */
  | 'oddLetter'
  | 'letterTwice'
  | 'markIsLetter'

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

const isDefault = (code: AttendanceCode, settings: TextSettings): boolean =>
  settings[letterName(code)] === defaultLetters[code]

const letterFaults = (settings: TextSettings): NotationFault[] => {
  const fault = (code: AttendanceCode, problem: NotationProblem): NotationFault => ({
    ...{ name: letterName(code), problem },
    value: settings[letterName(code)],
  })
  // What is the school's own comes last: a clash with a default letter is its own.
  const codes = [...attendanceCodes].sort(
    (a, b) => Number(isDefault(b, settings)) - Number(isDefault(a, settings)),
  )
  return codes.flatMap((code, at): NotationFault[] => {
    const letters = settings[letterName(code)]
    if (!isDefault(code, settings) && !/^\p{L}{1,4}$/u.test(letters)) return [fault(code, 'oddLetter')]
    const before = codes.slice(0, at).map((one) => folded(settings[letterName(one)]))
    return before.includes(folded(letters)) ? [fault(code, 'letterTwice')] : []
  })
}

/** The defaults themselves share «осв»: in one cell it is a mark, in another the code. */
const sharedFaults = (settings: TextSettings): NotationFault[] =>
  attendanceCodes.flatMap((code): NotationFault[] => {
    const name = letterName(code)
    const mark = readScale(settings.markScale).find((one) => folded(one) === folded(settings[name]))
    if (mark === undefined || (isDefault(code, settings) && defaultMarks.includes(mark))) return []
    return [{ name: defaultMarks.includes(mark) ? name : 'markScale', problem: 'markIsLetter', value: mark }]
  })

/** The first thing that is wrong with the scale, and what is with each letter; empty when a school may write so. */
export const notationFaults = (settings: TextSettings): NotationFault[] => [
  ...scaleFaults(settings.markScale),
  ...letterFaults(settings),
  ...sharedFaults(settings),
]
