// A hunt that ran out of time is no catch, unless the bug is known to hang and had the machine to itself.
import { describe, expect, it } from 'vitest'
import { runChild } from '../../src/commands/child.ts'
import { type Hunt, type Judged, judgeHunt, onlyTimedOut } from './judge-hunt.ts'

describe('a hunt', () => {
  const over: Hunt = { kind: 'timedOut' }
  it.each<[string, Hunt, { alone: boolean; hangs?: true }, Judged]>([
    [
      'that caught the bug',
      { kind: 'caught', how: 'at seed 7' },
      { alone: false },
      { end: 'caught', says: 'caught bug at seed 7' },
    ],
    ['that the bug survived', { kind: 'survived' }, { alone: true }, { end: 'failed', says: 'survived bug' }],
    [
      'out of time beside others',
      over,
      { alone: false },
      { end: 'again', says: 'timed out bug: it is hunted once more, alone' },
    ],
    [
      'out of time beside others, of a bug that hangs',
      over,
      { alone: false, hangs: true },
      { end: 'again', says: 'timed out bug: it is hunted once more, alone' },
    ],
    [
      'out of time alone',
      over,
      { alone: true },
      { end: 'failed', says: 'timed out bug: nothing was proved' },
    ],
    [
      'out of time alone, of a bug that hangs',
      over,
      { alone: true, hangs: true },
      { end: 'caught', says: 'caught bug by hanging' },
    ],
    [
      'of a bug that hangs, which it survived',
      { kind: 'survived' },
      { alone: true, hangs: true },
      { end: 'failed', says: 'survived bug' },
    ],
  ])('%s', (_, hunted, { alone, hangs }, judged) => {
    expect(judgeHunt({ name: 'bug', ...(hangs && { hangs }) }, hunted, alone)).toEqual(judged)
  })
})

describe('a report of failed tests', () => {
  const failed = (...failureMessages: string[]) => ({ status: 'failed', failureMessages })
  const passed = { status: 'passed', failureMessages: [] }
  const slow = failed('Error: Test timed out in 5000ms.\nIf this is a long-running test …')
  const wrong = failed('AssertionError: expected 1 to be 2')
  it.each<[string, object[], boolean]>([
    ['a test that ran out of time', [slow, passed], true],
    ['a hook that did', [failed('Error: Hook timed out in 10000ms.')], true],
    ['a test that failed beside one that ran out of time', [slow, wrong], false],
    [
      'one test that ran out of time and failed',
      [failed(...slow.failureMessages, ...wrong.failureMessages)],
      false,
    ],
    ['a file that could not be read', [], false],
    ['a file that failed outside its tests', [passed], false],
  ])('%s', (_, assertionResults, over) => {
    expect(onlyTimedOut(JSON.stringify({ testResults: [{ status: 'failed', assertionResults }] }))).toBe(over)
  })
})

describe('a program that is run', () => {
  const node = (code: string, timeout: number) =>
    runChild(process.execPath, ['-e', code], { quiet: true, timeout })
  it('is told from one that failed when its time is over', async () => {
    expect(await node('setInterval(() => {}, 1000)', 500)).toMatchObject({ timedOut: true })
    expect(await node('process.exit(3)', 60_000)).toEqual({ code: 3, timedOut: false, output: '' })
  })
})
