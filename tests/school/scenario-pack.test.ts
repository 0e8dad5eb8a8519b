// The pack of stories of one school: each has a test here, by its title.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { titlesIn } from '../regulation/test-titles.ts'

const folder = dirname(fileURLToPath(import.meta.url))

it.each<[string, string, string]>([
  ['an outage of one lesson', 'outages', 'of one lesson: '],
  ['a day', 'outage-day', 'goes from the morning to an empty board'],
  ['three days over a weekend', 'outages', 'of three days over a weekend: '],
  ['flapping', 'outages', 'that flickers: '],
  ['the last week of a term', 'outages', 'in the last week of a term: '],
  ['the marks of that week', 'term-marks', 'a teacher sets marks without a network'],
  ['planned', 'outages', 'that was announced: '],
  ['one building', 'outages', 'of one building: '],
  ['a teacher replaced in the middle', 'people', 'a teacher is replaced: '],
  ['a lesson moved in the middle', 'moved-lesson', 'what was recorded of its former hour'],
  ['arrival and departure', 'people', 'one pupil comes and another has left: '],
  ['exempt, and home-schooled', 'people', 'who is exempt sits in the list'],
  ['five of 27 came', 'people', 'five of twenty-seven came: '],
  ['a tablet shared by two', 'people', 'two people share a tablet: '],
  ['a clock wrong by a day', 'wrong-clock', 'a day ahead'],
  ['a clock wrong by seven hours', 'wrong-clock', 'seven hours ahead'],
  ['the same cell changed in АИС meanwhile', 'changed-in-ais', 'the same cell changed in АИС meanwhile: '],
  ['a paper sheet typed in later', 'odd-entries', 'typed in from a paper sheet afterwards'],
])('%s', (_, file, title) => {
  const path = join(folder, `${file}.test.ts`)
  const titles = titlesIn(path, readFileSync(path, 'utf8'))
  expect(titles.filter((one) => one.startsWith(title))).not.toEqual([])
})
