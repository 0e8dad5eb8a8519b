// The backlog over time as a step line: counts stay as they were until the next point.
import type { Instant } from '../time.ts'

export interface BacklogCounts {
  recorded: number
  /** Written into АИС and not read back yet. */
  carried: number
  verified: number
  waiting: number
}

export interface BacklogStep extends BacklogCounts {
  at: Instant
}

/** What was counted of one outage at a moment. */
export interface BacklogPoint extends BacklogStep {
  outage: number
}

const none: BacklogCounts = { recorded: 0, carried: 0, verified: 0, waiting: 0 }

const sum = (counts: Iterable<BacklogCounts>): BacklogCounts => {
  const all = { ...none }
  for (const one of counts) {
    all.recorded += one.recorded
    all.carried += one.carried
    all.verified += one.verified
    all.waiting += one.waiting
  }
  return all
}

/** The steps of all outages together, one a moment. Points may come in any order. */
export const backlogSteps = (points: readonly BacklogPoint[]): BacklogStep[] => {
  const last = new Map<number, BacklogCounts>()
  const steps = new Map<Instant, BacklogStep>()
  for (const point of [...points].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    last.set(point.outage, point)
    steps.set(point.at, { at: point.at, ...sum(last.values()) })
  }
  return [...steps.values()]
}

/** At most `most` steps, the last of each equal part of the time and the first of all: a chart shows no more. */
export const thinned = (steps: readonly BacklogStep[], most: number): BacklogStep[] => {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || steps.length <= most) return [...steps]
  const from = Date.parse(first.at)
  const part = (Date.parse(last.at) - from) / (most - 1)
  const kept = new Map(steps.map((step) => [Math.ceil((Date.parse(step.at) - from) / part), step]))
  return [first, ...[...kept.values()].filter((step) => step !== first)]
}

/** What stood at a moment; zeros before the first step. */
export const stepAt = (steps: readonly BacklogStep[], at: Instant): BacklogCounts =>
  steps.findLast((step) => step.at <= at) ?? none
