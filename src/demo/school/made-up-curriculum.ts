// The made-up school's classes, subjects with their weekly hours, and departments of teachers.

export interface MadeUpClass {
  id: string
  name: string
  parallel: number
  letter: string
  shift: 1 | 2
}

const sizes: readonly (readonly [number, number])[] = [
  [5, 5],
  [6, 4],
  [7, 5],
  [8, 5],
  [9, 5],
  [10, 3],
  [11, 3],
]
const letters = [
  ['А', 'a'],
  ['Б', 'b'],
  ['В', 'v'],
  ['Г', 'g'],
  ['Д', 'd'],
] as const

// Sanitary rules keep 5, 9 and 11 in the first shift; half of 7 and 8 too, so a teacher has both.
const shiftOf = (parallel: number, number: number): 1 | 2 =>
  parallel === 6 || ((parallel === 7 || parallel === 8) && number > 1) ? 2 : 1

export const classes: readonly MadeUpClass[] = sizes.flatMap(([parallel, count]) =>
  letters.slice(0, count).map(([letter, latin], number) => ({
    id: `${parallel}${latin}`,
    name: `${parallel}${letter}`,
    parallel,
    letter,
    shift: shiftOf(parallel, number),
  })),
)

/** id, name, hours a week in the parallels 5 to 11. They sum up to 26 or 27 a class, 795 in all. */
const rows: readonly (readonly [string, string, readonly number[]])[] = [
  ['russian', 'Русский язык', [5, 5, 4, 3, 3, 2, 2]],
  ['literature', 'Литература', [3, 3, 2, 2, 2, 3, 3]],
  ['english', 'Английский язык', [3, 3, 3, 3, 3, 3, 3]],
  ['maths', 'Математика', [5, 5, 0, 0, 0, 0, 0]],
  ['algebra', 'Алгебра', [0, 0, 5, 5, 5, 4, 4]],
  ['geometry', 'Геометрия', [0, 0, 2, 2, 2, 2, 2]],
  ['informatics', 'Информатика', [0, 0, 1, 1, 1, 1, 1]],
  ['history', 'История', [2, 2, 2, 2, 2, 2, 2]],
  ['social', 'Обществознание', [0, 1, 1, 1, 1, 2, 2]],
  ['geography', 'География', [1, 1, 1, 1, 1, 1, 1]],
  ['biology', 'Биология', [1, 1, 1, 1, 1, 1, 1]],
  ['physics', 'Физика', [0, 0, 2, 2, 2, 2, 2]],
  ['chemistry', 'Химия', [0, 0, 0, 2, 2, 1, 1]],
  ['art', 'Изобразительное искусство', [1, 1, 0, 0, 0, 0, 0]],
  ['music', 'Музыка', [1, 1, 0, 0, 0, 0, 0]],
  ['technology', 'Труд (технология)', [2, 1, 1, 0, 0, 0, 0]],
  ['pe', 'Физическая культура', [2, 2, 2, 2, 2, 2, 2]],
]

export const subjects: readonly { id: string; name: string }[] = rows.map(([id, name]) => ({ id, name }))

export const hoursOf = (subject: string, parallel: number): number =>
  rows.find(([id]) => id === subject)?.[2][parallel - 5] ?? 0

// Teachers of a department and its subjects; `halves` are taught to the two groups of a class at once.
const departments: readonly { teachers: number; subjects: readonly string[]; halves?: string }[] = [
  { teachers: 10, subjects: ['maths', 'algebra', 'geometry'] },
  { teachers: 10, subjects: ['english'], halves: '' },
  { teachers: 10, subjects: ['russian', 'literature'] },
  { teachers: 6, subjects: ['history', 'social'] },
  { teachers: 3, subjects: ['physics'] },
  { teachers: 2, subjects: ['chemistry'] },
  { teachers: 2, subjects: ['biology'] },
  { teachers: 2, subjects: ['geography'] },
  { teachers: 4, subjects: ['informatics'], halves: ' инф.' },
  { teachers: 4, subjects: ['pe'] },
  { teachers: 2, subjects: ['technology'] },
  { teachers: 1, subjects: ['art'] },
  { teachers: 1, subjects: ['music'] },
]

/** The departments with the ids of their teachers. */
export const staffed = departments.map((department, index) => {
  const before = departments.slice(0, index).reduce((sum, one) => sum + one.teachers, 0)
  const number = (n: number): string => `t${String(before + n + 1).padStart(2, '0')}`
  return { ...department, ids: Array.from({ length: department.teachers }, (_, n) => number(n)) }
})

// They have no lessons of their own and stand in for colleagues who are away.
const substituteIds = ['t58', 't59', 't60']

export const teacherIds: readonly string[] = [
  ...staffed.flatMap((department) => department.ids),
  ...substituteIds,
]
export const algebraTeacher = 't01'
export const englishTeacher = 't11'
