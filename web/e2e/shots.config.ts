import { defineConfig } from '@playwright/test'

import { browser, DESKTOP, PHONE } from './src/browser.ts'

/** Pictures of every page, into target/shots of the project. */
export default defineConfig({
  testDir: 'shots',
  outputDir: 'target/shots-failed',
  globalSetup: './src/setup.ts',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  use: { ...browser(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  projects: [{ name: '390', use: PHONE }, { name: '1440', use: DESKTOP }],
})
