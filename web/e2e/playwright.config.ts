import { defineConfig } from '@playwright/test'

import { browser, DESKTOP, PHONE } from './src/browser.ts'

/** The whole takes ten to seventeen minutes on two cores; the limits are there for what never ends, and leave room for a machine that has other things to do. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/failed',
  globalSetup: './src/setup.ts',
  globalTimeout: 90 * 60_000,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['junit', { outputFile: 'target/junit.xml' }]],
  use: { ...browser(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', screenshot: 'only-on-failure', trace: { mode: 'retain-on-failure', screenshots: false, sources: false } },
  projects: [
    { name: 'phone', use: PHONE, testIgnore: ['**/*.desktop.spec.ts', '**/tests/mini/*', '**/tests/alone/*'] },
    { name: 'desktop', use: DESKTOP, testIgnore: ['**/*.phone.spec.ts', '**/tests/mini/*', '**/tests/alone/*'] },
    { name: 'mini', testMatch: '**/tests/mini/*.spec.ts' },
    // What is told by the clock has the machine for itself, after all the others.
    { name: 'alone', use: PHONE, testMatch: '**/tests/alone/*.spec.ts', workers: 1, dependencies: ['phone', 'desktop', 'mini'] },
    { name: 'alone-desktop', use: DESKTOP, testMatch: '**/tests/alone/*.spec.ts', workers: 1, dependencies: ['alone'] },
  ],
})
