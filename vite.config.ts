// Builds the app (dist/app) and, with `--mode hub`, the hub (dist/hub). Vitest reads its part from here too.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { manifest } from './src/app/pwa/manifest.ts'
import { checkPrecache } from './src/commands/check-precache.ts'
import { keepAssets } from './src/commands/keep-assets.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** Whoever builds: a file that would be missing offline fails the build. After the worker has got its list. */
const checkedPrecache = (): Plugin => {
  let folder = ''
  return {
    name: 'checked-precache',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: { order: 'post', sequential: true, handler: () => checkPrecache(folder) },
  }
}

/** Whoever builds: a tab that is still open finds the chunks it was loaded from. Last, after the list has been checked. */
const keptAssets = (): Plugin => {
  let folder = ''
  let root = ''
  let putBack = (): void => {}
  return {
    name: 'kept-assets',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
      folder = resolve(root, config.build.outDir)
    },
    buildStart: () => {
      putBack = keepAssets(folder, resolve(root, `.cache/kept-assets-${process.pid}`))
    },
    closeBundle: { order: 'post', sequential: true, handler: () => putBack() },
  }
}

export default defineConfig(({ mode }) => ({
  define: { __APP_BUILD__: JSON.stringify(version) },
  ...(mode === 'hub'
    ? {
        publicDir: false as const,
        build: {
          ssr: 'src/hub/main.ts',
          outDir: 'dist/hub',
          target: 'node20',
          rollupOptions: { output: { entryFileNames: 'main.js' } },
        },
      }
    : {
        build: { outDir: 'dist/app', target: 'es2022', sourcemap: true },
        plugins: [
          react(),
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'src/app',
            filename: 'sw.ts',
            injectRegister: false,
            registerType: 'prompt',
            manifest,
            injectManifest: {
              globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
              globIgnores: ['screens/**', '**/*.map'],
              maximumFileSizeToCacheInBytes: 4_000_000,
            },
          }),
          checkedPrecache(),
          keptAssets(),
        ],
      }),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/postgres-setup.ts'],
    // Left alone it keeps a core free for watching; here nobody watches.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
}))
