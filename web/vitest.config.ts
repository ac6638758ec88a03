import { existsSync } from 'node:fs'

import { defineConfig } from 'vitest/config'

const members = ['shop', 'console', 'tools'].filter((name) => existsSync(new URL(`${name}/vitest.config.ts`, import.meta.url)))

export default defineConfig({
  test: {
    projects: ['packages/*', ...members],
    reporters: process.env.WANQU_JUNIT ? ['default', 'junit'] : ['default'],
    outputFile: { junit: process.env.WANQU_JUNIT ?? 'target/vitest.xml' },
  },
})
