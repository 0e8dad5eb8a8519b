// Which browser stories are played, and what becomes of them where there is no browser.
import { chromiumMissing } from './chromium.ts'

/** The main job and its worst moments; a desk leaves the other stories to CI, so that the whole stays within twelve minutes. */
const isOfDesk = (file: string): boolean =>
  /^(cards|grid|lesson|memory|offline-start|outage-day|trouble)\.spec\.ts$/.test(file)

export interface Plan {
  /** Story files to play. */
  play: string[]
  /** How many are left out because the machine lacks what they need. */
  skipped: number
  /** What to say of those that are not played. */
  said: string[]
}

/** `files` are all under `tests/e2e`; `all` plays every story of them and not a desk's choice. */
export const planStories = (
  files: readonly string[],
  { all, chromium }: { all: boolean; chromium: string | undefined },
): Plan => {
  const stories = files.filter((file) => file.endsWith('.spec.ts')).sort()
  const play = stories.filter((file) => all || isOfDesk(file))
  const left = stories.filter((file) => !play.includes(file))
  const said = left.length > 0 ? [`left to CI: ${left.join(', ')}`] : []
  if (chromium === undefined) return { play: [], skipped: play.length, said: [...said, chromiumMissing] }
  return { play: play.map((file) => `tests/e2e/${file}`), skipped: 0, said }
}
