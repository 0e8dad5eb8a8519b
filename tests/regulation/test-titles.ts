// The titles of a file of tests: those of describe and it, and the sentences that the rows of their tables begin with.
import ts from 'typescript'

/** `it.skipIf(skip).each(rows)('%s', …)` begins with `it`. */
const beginningOf = (node: ts.Expression): string => {
  if (ts.isIdentifier(node)) return node.text
  return ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) ? beginningOf(node.expression) : ''
}

const textOf = (node: ts.Expression | undefined): string[] =>
  node && ts.isStringLiteralLike(node) ? [node.text] : []

const sentencesIn = (rows: ts.Expression | undefined): string[] =>
  rows && ts.isArrayLiteralExpression(rows)
    ? rows.elements.flatMap((row) => (ts.isArrayLiteralExpression(row) ? textOf(row.elements[0]) : []))
    : []

export const titlesIn = (file: string, text: string): string[] => {
  const titles: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['describe', 'it'].includes(beginningOf(node.expression)))
      titles.push(...textOf(node.arguments[0]), ...sentencesIn(node.arguments[0]))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return titles
}
