// The help names things as the screens name them: a button that was renamed may not keep its old name here.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandOf } from '../../src/app/grid/grid-keys.ts'
import { guidePages } from '../../src/app/messages/help/guide.ts'
import { gridKeys, keyGroups } from '../../src/app/messages/help/keys.ts'
import { screenHelp } from '../../src/app/messages/help/screen-help.ts'
import { notationOf } from '../../src/domain/notation/notation.ts'
import { routesOfApp } from '../e2e/access/screens.ts'

const sources = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(messages\/)?help\//.test(path))
  .map((path) => readFileSync(join('src/app', path), 'utf8'))
  .join('\n')
  .toLowerCase()

const helped = [...new Set(routesOfApp().map((route) => route.replace(/\/:.*$/, '')))].map(screenHelp)
const lines = [
  ...helped.flatMap((one) => one.lines),
  ...[true, false].flatMap((board) => guidePages(board).flatMap((page) => page.lines)),
]
const quoted = [...new Set(lines.flatMap((line) => [...line.matchAll(/«([^»]+)»/g)].map(([, name]) => name)))]

describe('the help', () => {
  it('quotes a good many names', () => expect(quoted.length).toBeGreaterThan(12))
  it.each(quoted)('«%s» stands on a screen', (name) => {
    const beginnings = ['>', "'", '"', '`', ' '].map((before) => `${before}${name?.toLowerCase()}`)
    expect(beginnings.some((text) => sources.includes(text))).toBe(true)
  })
  it('says something of its own on every screen', () => {
    for (const { title } of helped) expect(title).not.toBe('Временный журнал')
  })
})

describe('the list of keys', () => {
  it.each(keyGroups().map((group) => [group.title, group.rows] as const))(
    '%s has each row once',
    (_, rows) => {
      const words = rows.map(([, text]) => text)
      expect(new Set(words).size).toBe(words.length)
    },
  )
  it('has every key that the grid answers to', () => {
    const named = new Set(gridKeys().flatMap(([keys]) => keys))
    const wanted = [
      '5',
      '4',
      '3',
      '2',
      'Н',
      'О',
      'В',
      'А',
      'З',
      'Т',
      '+',
      'Del',
      'Enter',
      'F2',
      'Home',
      'End',
      'Esc',
    ]
    for (const key of wanted) expect(named).toContain(key)
  })
  it('says of Home and End what the list does with them', () => {
    const at = (key: string, ctrlKey: boolean) =>
      commandOf(
        { ...{ key, code: key, ctrlKey }, metaKey: false, altKey: false, shiftKey: false },
        notationOf({}),
      )
    expect(at('End', false)).toMatchObject({ to: 'rowEnd' })
    expect(at('End', true)).toMatchObject({ to: 'gridEnd' })
    const list = keyGroups().find((group) => group.title === 'Урок, список')
    expect(list?.rows).toContainEqual([['Home', 'End'], 'края строки, с Ctrl списка'])
  })
})
