// How a build with switches is told which defence it does without: a page before its first script, a hub by its environment.
import type { BrowserContext } from '@playwright/test'

const variable = 'FAULTS_DEFENCE_OFF'

/** As it stands in the built source; of a hub's process and of a page alike. */
export const readOff = `(globalThis.${variable} ?? globalThis.process?.env.${variable})`

export const envWithout = (defence: string | null): Record<string, string> =>
  defence === null ? {} : { [variable]: defence }

export const openWithout = async (context: BrowserContext, defence: string | null): Promise<void> => {
  if (defence === null) return
  await context.addInitScript(([name, value]) => Object.assign(globalThis, { [name]: value }), [
    variable,
    defence,
  ] as const)
}
