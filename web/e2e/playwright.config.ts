import { defineConfig } from '@playwright/test'

import { browser, DESKTOP, PHONE } from './src/browser.ts'

/** The whole takes at most five minutes on two cores; a single test never needs half a minute. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/failed',
  globalSetup: './src/setup.ts',
  globalTimeout: 8 * 60_000,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['junit', { outputFile: 'target/junit.xml' }]],
  use: { ...browser(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', screenshot: 'only-on-failure', trace: 'retain-on-failure' },
  projects: [
    { name: 'phone', use: PHONE, testIgnore: '**/*.desktop.spec.ts' },
    { name: 'desktop', use: DESKTOP, testIgnore: '**/*.phone.spec.ts' },
  ],
})
