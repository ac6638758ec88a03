import { existsSync } from 'node:fs'

import { defineConfig } from 'vitest/config'

const members = ['shop', 'console', 'tools'].filter((name) => existsSync(new URL(`${name}/vitest.config.ts`, import.meta.url)))

export default defineConfig({
  test: {
<<<<<<< HEAD
    projects: ['packages/*', ...members],
    reporters: process.env.WANQU_JUNIT ? ['default', 'junit'] : ['default'],
    outputFile: { junit: process.env.WANQU_JUNIT ?? 'target/vitest.xml' },
=======
    projects: ['packages/*', 'shop'],
    reporters: process.env.WANQU_JUNIT ? ['default', ['junit', { outputFile: process.env.WANQU_JUNIT }]] : ['default'],
>>>>>>> 4c15710 (shop: pages for buyers as one uni-app for browsers and mini programs)
  },
})
