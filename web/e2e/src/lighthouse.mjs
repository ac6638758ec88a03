// Runs Lighthouse against the product page of a running server and prints the four scores.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

import { chromium, launchArguments } from './chromium.mjs'

const GOALS = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 100 }
const url = `http://localhost:${process.env.WANQU_PORT ?? 8080}`
const report = join(dirname(fileURLToPath(import.meta.url)), '../../../target/lighthouse.html')

async function firstProduct() {
  const { items } = await (await fetch(`${url}/api/v1/shops/demo/products`)).json()
  return `/s/demo/p/${items[0].id}`
}

const page = url + (process.argv[2] ?? (await firstProduct()))
const browser = await launch({ chromePath: chromium(), chromeFlags: ['--headless=new', ...launchArguments] })
try {
  const { lhr, report: html } = await lighthouse(page, { port: browser.port, output: 'html', onlyCategories: Object.keys(GOALS) })
  mkdirSync(dirname(report), { recursive: true })
  writeFileSync(report, html)
  let low = false
  console.log(page)
  for (const [name, goal] of Object.entries(GOALS)) {
    const score = Math.round((lhr.categories[name].score ?? 0) * 100)
    low ||= score < goal
    console.log(`  ${name.padEnd(16)} ${String(score).padStart(3)}   (goal ${goal})${score < goal ? '  BELOW' : ''}`)
    for (const { id } of lhr.categories[name].auditRefs) {
      const audit = lhr.audits[id]
      if (name !== 'performance' && audit.score !== null && audit.score < 1) console.log(`      ${id}: ${audit.title}`)
    }
  }
  for (const id of ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index']) {
    console.log(`  ${id.padEnd(28)} ${lhr.audits[id].displayValue}`)
  }
  console.log('  the whole report: target/lighthouse.html')
  process.exitCode = low ? 1 : 0
} finally {
  browser.kill()
}
