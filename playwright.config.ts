// Browser stories in the system's Chromium; each story starts its own hub.
import { defineConfig } from '@playwright/test'
import { findChromium } from './src/commands/chromium.ts'

const chromium = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/build-first.ts',
  outputDir: '.cache/e2e',
  workers: 1,
  // Where nobody can look, a real browser gets a second go and is named as unsteady; at a desk a stumble is a failure.
  retries: process.env.CI === 'true' ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 20_000,
    locale: 'ru-RU',
    timezoneId: 'Asia/Barnaul',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--lang=ru-RU',
      ],
    },
  },
})
