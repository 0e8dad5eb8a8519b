// Makes a failing schedule short enough to read.
import type { Schedule } from './schedule.ts'

/** Leaves out steps, larger parts first, as long as what is left still fails. */
export const shrink = async (
  schedule: Schedule,
  fails: (schedule: Schedule) => Promise<boolean>,
): Promise<Schedule> => {
  let shortest = schedule
  for (
    let part = Math.ceil(schedule.steps.length / 2);
    part >= 1;
    part = part === 1 ? 0 : Math.ceil(part / 2)
  ) {
    for (let from = 0; from < shortest.steps.length; ) {
      const steps = [...shortest.steps.slice(0, from), ...shortest.steps.slice(from + part)]
      const shorter = { seed: schedule.seed, steps }
      if (await fails(shorter)) shortest = shorter
      else from += part
    }
  }
  return shortest
}
