// The system's Chromium, which the browser stories run in.
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What to say where it is not. */
export const chromiumMissing = 'Chromium is missing: apt-get install chromium'

/** Its path, or undefined where none is installed. `isThere` looks at the disk. */
export const findChromium = (isThere: (path: string) => boolean = existsSync): string | undefined =>
  places.find(isThere)
