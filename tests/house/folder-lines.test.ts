// The one vitest run is told folder by folder.
import { expect, it } from 'vitest'
import { failedLines, folderLines } from '../../src/commands/folder-lines.ts'

const file = (name: string, statuses: readonly string[], seconds: number, status = 'passed') => ({
  name: `/any/tests/place/tests/${name}`,
  status,
  startTime: 1_000,
  endTime: 1_000 + seconds * 1_000,
  assertionResults: statuses.map((one, n) => ({ status: one, fullName: `case ${n + 1}` })),
})

it('tells passed, failed and minutes of each folder', () => {
  const files = [
    file('sync/engine.test.ts', ['passed', 'failed'], 30, 'failed'),
    file('regulation/clause-1.test.ts', ['passed', 'passed', 'pending'], 12),
    file('regulation/parts/clause-2.test.ts', ['passed'], 12),
  ]
  expect(folderLines(files, '/any/tests/place')).toEqual([
    '  regulation: 3 passed, 0 failed, 0.4 min',
    '  sync: 1 passed, 1 failed, 0.5 min',
  ])
})

it('counts a file that could not be read as failed', () => {
  expect(folderLines([file('hub/http.test.ts', [], 0, 'failed')], '/any/tests/place')).toEqual([
    '  hub: 0 passed, 1 failed, 0.0 min',
  ])
})

it('names each case that failed, and a file that could not be read', () => {
  const files = [
    file('sync/engine.test.ts', ['passed', 'failed'], 30, 'failed'),
    file('hub/http.test.ts', [], 0, 'failed'),
  ]
  expect(failedLines(files, '/any/tests/place')).toEqual([
    '  failed: tests/sync/engine.test.ts › case 2',
    '  failed: tests/hub/http.test.ts',
  ])
})
