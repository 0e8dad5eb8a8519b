// How the school writes: its scale of marks, what stands between two for one work, its letters of attendance.
import type { School } from '../school.ts'
import { attendanceCodes, letterName, type SchoolSettings, settingsOf } from '../settings.ts'
import { type AttendanceCode, defaultMarks, type Mark } from '../value.ts'
import { folded } from './look-alike.ts'

export interface Notation {
  /** What keys offer, in their order. */
  marks: readonly Mark[]
  separator: string
  letters: Readonly<Record<AttendanceCode, string>>
}

const separators = { slash: '/', dash: '-', space: '\u00a0' } as const satisfies Record<
  SchoolSettings['markSeparator'],
  string
>

/** The mark of `marks` that a person means: «Н/А» is «н/а», in either alphabet. */
const findMark = (marks: readonly Mark[], text: string): Mark | undefined => {
  const sought = folded(text)
  return marks.find((mark) => folded(mark) === sought)
}

/** The marks of a line «5 4 3 2 б/о», commas or not between them; those of the default scale as it writes them. */
export const readScale = (line: string): Mark[] =>
  line
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((text) => findMark(defaultMarks, text) ?? text.normalize('NFC'))

/**
 * One mark, or two with one of the texts of `between` (a global expression) between them, which may stand inside a mark
 * too: «н/а/5». Null where the text is neither.
 */
export const readMarks = (text: string, marks: readonly Mark[], between: RegExp): Mark[] | null => {
  const whole = findMark(marks, text)
  if (whole) return [whole]
  for (const { 0: gap, index } of text.matchAll(between)) {
    const first = findMark(marks, text.slice(0, index))
    const second = findMark(marks, text.slice(index + gap.length))
    if (first && second) return [first, second]
  }
  return null
}

export const notationOf = (school: Pick<School, 'settings'>): Notation => {
  const settings = settingsOf(school)
  const letters = attendanceCodes.map((code) => [code, settings[letterName(code)]])
  return {
    marks: readScale(settings.markScale),
    separator: separators[settings.markSeparator],
    letters: Object.fromEntries(letters) as Notation['letters'],
  }
}

/** Every mark that an entry may hold: a school offers less than the default scale and refuses nothing of it. */
export const marksTaken = (school: Pick<School, 'settings'>): readonly Mark[] => [
  ...new Set([...defaultMarks, ...notationOf(school).marks]),
]

/**
 * May an entry hold the mark? One that the school had added and has taken off again is outside the scale like any
 * other; what was recorded while lists with it held, those lists take (see the intake's former lists).
 */
export const isTaken = (school: Pick<School, 'settings'>, mark: Mark): boolean =>
  marksTaken(school).includes(mark)
