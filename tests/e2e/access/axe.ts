// axe-core in the page: what of WCAG 2.2 AA a machine can judge, and its own advice beside.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const require = createRequire(import.meta.url)
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** A line for each violation: its rule, how many places, the first of them; empty when there is none. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResult, string[]>(async (values) => {
    const { axe } = window as unknown as { axe: { run(options: unknown): Promise<AxeResult> } }
    return axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
  }, tags)
  return violations.map(({ id, nodes: [first, ...others] }) =>
    [id, others.length > 0 && `and ${others.length} more`, first?.html.slice(0, 160), first?.failureSummary]
      .filter(Boolean)
      .join(' | '),
  )
}
