// Every Russian phrase that a person sees stands in the messages: the screens hold none. Read from the syntax trees, so
// that comments may speak Russian.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { defaultMarks } from '../../src/domain/value.ts'

/** What is Russian and no phrase: the file, the texts, why they stand there. */
const exceptions: readonly { file: string; texts: readonly string[]; why: string }[] = [
  {
    file: 'src/app/lesson/class/typed-name.ts',
    texts: ['ё', 'е'],
    why: 'letters that are compared as one in a typed name',
  },
  {
    file: 'src/app/grid/grid-keys.ts',
    texts: ['ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬХЪЖЭБЮЁ'],
    why: 'the letters of a keyboard by their places',
  },
]
/** Marks as the domain writes them: values of cells. */
const marks = new Set(defaultMarks)

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join('…')
}

/** «src/app/today/today-page.tsx:12 Сроки», a line for each phrase. */
const phrasesIn = (file: string, source: string): string[] => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const allowed = exceptions.filter((one) => one.file === file).flatMap((one) => one.texts)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== null && /[А-Яа-яЁё]/.test(text) && !marks.has(text) && !allowed.includes(text)) {
      // Text between tags begins with the end of the line above it.
      const above = ts.isJsxText(node) ? text.length - text.trimStart().length : 0
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree) + above)
      found.push(`${file}:${line + 1} ${text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const screens = execFileSync('git', ['ls-files', 'src/app', 'src/ui'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/app/messages/') && existsSync(file))

describe('the phrases that a person sees', () => {
  it('stand in the messages, none in the screens', () => {
    expect(screens.length).toBeGreaterThan(200)
    expect(screens.flatMap((file) => phrasesIn(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each([
    ['a string', "// Говорит по-русски.\nexport const title = 'Сроки'", 'a.tsx:2 Сроки'],
    ['a template with a value', `const said = \`до \${day}, п. 3.2\``, 'a.tsx:1 до …, п. 3.2'],
    ['an attribute', '<Panel\n  title="Сроки"\n/>', 'a.tsx:2 Сроки'],
    ['text between tags', '<p>\n  Всё цело.\n</p>', 'a.tsx:2 Всё цело.'],
  ])('are found in %s, with their line', (_where, source, told) => {
    expect(phrasesIn('a.tsx', source)).toEqual([told])
  })

  it('are neither comments, nor marks, nor letters that a key has', () => {
    const source = "// Сроки\nconst keys = { н: 'KeyY' }\nconst mark = 'зач' /* зачтено */"
    expect(phrasesIn('a.tsx', source)).toEqual([])
  })
})
