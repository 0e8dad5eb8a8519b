// The shipped build's configuration with switches in its source; which and where to is in the environment.
import { defineConfig, mergeConfig, type Plugin } from 'vite'
import shipped from '../../../vite.config.ts'
import type { Switch, Variant } from './build-variant.ts'
import { readOff } from './switched-off.ts'

const { switches, outDir, appBuild } = JSON.parse(process.env.FAULTS_VARIANT ?? '') as Variant

const withSwitch = (text: string, { file, find, replace, defence }: Switch): string => {
  if (text.split(find).length !== 2) throw new Error(`${file} has not once: ${find}`)
  if (!replace.includes('defenceIsOff')) throw new Error(`${defence} can't be switched: ${replace}`)
  const asked = `(${readOff} === ${JSON.stringify(defence)})`
  return text.replace(find, () => replace.replaceAll('defenceIsOff', asked))
}

const switched = (): Plugin => {
  const open = new Set(switches)
  return {
    name: 'switches',
    enforce: 'pre',
    transform: (code, id) => {
      let text = code
      for (const one of switches.filter(({ file }) => id.endsWith(`/${file}`))) {
        text = withSwitch(text, one)
        open.delete(one)
      }
      return text === code ? null : text
    },
    buildEnd: (error) => {
      if (error) return
      for (const { file } of open) throw new Error(`${file} is not part of the build`)
    },
  }
}

// Vite asks for a default export; it has no other way to name one.
// biome-ignore lint/style/noDefaultExport: the form that Vite loads
export default defineConfig((env) =>
  mergeConfig(shipped(env), {
    plugins: [switched()],
    build: { outDir, emptyOutDir: true },
    ...(appBuild === undefined ? {} : { define: { __APP_BUILD__: JSON.stringify(appBuild) } }),
  }),
)
