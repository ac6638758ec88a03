import { defineConfig } from '@playwright/test'

import { browser, DESKTOP, PHONE } from './src/browser.ts'

/** Pictures of every page, into target/shots of the project. */
export default defineConfig({
  testDir: 'shots',
  outputDir: 'target/shots-failed',
  globalSetup: './src/setup.ts',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  use: { ...browser(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  projects: [{ name: '390', use: { ...PHONE, deviceScaleFactor: 2 } }, { name: '1440', use: DESKTOP }],
})
