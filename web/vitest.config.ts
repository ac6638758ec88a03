import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['packages/*'],
    reporters: process.env.WANQU_JUNIT ? ['default', ['junit', { outputFile: process.env.WANQU_JUNIT }]] : ['default'],
  },
})
