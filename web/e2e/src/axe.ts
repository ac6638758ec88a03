import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const GRAVE = ['serious', 'critical']

declare global {
  interface Window {
    axe: { run(options: object): Promise<AxeResults> }
  }
}

/** What is half faded in has another contrast, and what is not there yet is not looked at. */
async function stands(page: Page): Promise<void> {
  await expect(page.locator('.el-skeleton, .wq-skeleton').filter({ visible: true })).toHaveCount(0)
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((it) => it.playState === 'running' && it.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map((it) => it.finished))
  })
}

/** Nothing that keeps somebody out: no serious or critical finding of axe, by the rules of WCAG 2.2 AA. */
export async function expectForAll(page: Page): Promise<void> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(source)
  const screen = page.viewportSize()
  // All of the page at once: what a bar hides for the moment can be scrolled to.
  if (screen !== null) await page.setViewportSize({ width: screen.width, height: Math.max(screen.height, await page.evaluate(() => document.documentElement.scrollHeight)) })
  await stands(page)
  const { violations } = await page.evaluate(() => window.axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
  }))
  if (screen !== null) await page.setViewportSize(screen)
  const grave = violations.filter((it) => GRAVE.includes(it.impact ?? ''))
    .map((it) => `${it.id} (${it.impact}): ${it.help}\n  ${it.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('\n  ')}`)
  expect(grave, 'everybody can use the page').toEqual([])
}
