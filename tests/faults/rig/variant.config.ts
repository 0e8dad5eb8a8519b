// The shipped build's configuration with other words of the source; what and where to is in the environment.
import { defineConfig, mergeConfig, type Plugin } from 'vite'
import shipped from '../../../vite.config.ts'
import type { Variant } from './build-variant.ts'

const { edits, outDir, appBuild } = JSON.parse(process.env.FAULTS_VARIANT ?? '') as Variant

const edited = (): Plugin => {
  const open = new Set(edits)
  return {
    name: 'edits',
    enforce: 'pre',
    transform: (code, id) => {
      let text = code
      for (const edit of edits.filter((one) => id.endsWith(`/${one.file}`))) {
        if (text.split(edit.find).length !== 2) throw new Error(`${edit.file} has not once: ${edit.find}`)
        text = text.replace(edit.find, () => edit.replace)
        open.delete(edit)
      }
      return text === code ? null : text
    },
    buildEnd: (error) => {
      if (error) return
      for (const edit of open) throw new Error(`${edit.file} is not part of the build`)
    },
  }
}

// Vite asks for a default export; it has no other way to name one.
// biome-ignore lint/style/noDefaultExport: the form that Vite loads
export default defineConfig((env) =>
  mergeConfig(shipped(env), {
    plugins: [edited()],
    build: { outDir, emptyOutDir: true },
    ...(appBuild === undefined ? {} : { define: { __APP_BUILD__: JSON.stringify(appBuild) } }),
  }),
)
