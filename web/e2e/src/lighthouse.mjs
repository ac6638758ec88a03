// Runs Lighthouse against the product page of a running server and prints the four scores.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

import { chromium, launchArguments } from './chromium.mjs'

const GOALS = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 100 }
/**
 * Lighthouse slows the processor down four times, from a good desk machine with a benchmark index of 1,500 and more to a telephone of the
 * middle with about 400. A machine of less than 1,000 is slowed down less, as its guide to calibration says (docs/throttling.md there).
 */
const PHONE_INDEX = 400
const USUAL_INDEX = 1_000
const url = `http://localhost:${process.env.WANQU_PORT ?? 8080}`
const report = join(dirname(fileURLToPath(import.meta.url)), '../../../target/lighthouse.html')

async function firstProduct() {
  const { items } = await (await fetch(`${url}/api/v1/shops/demo/products`)).json()
  return `/s/demo/p/${items[0].id}`
}

const page = url + (process.argv[2] ?? (await firstProduct()))
const browser = await launch({ chromePath: chromium(), chromeFlags: ['--headless=new', ...launchArguments] })
try {
  const usual = await measure()
  const index = usual.lhr.environment.benchmarkIndex
  const slowdown = Math.max(1, index / PHONE_INDEX)
  console.log(page)
  console.log(`  this machine's index is ${Math.round(index)}, ${index < USUAL_INDEX ? 'slower than Lighthouse expects' : 'as Lighthouse expects'}`)
  if (index >= USUAL_INDEX) {
    tell(usual)
  } else {
    tell(usual, 'slowed down four times, which makes it slower than the telephone it stands for')
    tell(await measure({ ...usual.lhr.configSettings.throttling, cpuSlowdownMultiplier: slowdown }), `slowed down ${slowdown.toFixed(1)} times, to that telephone`)
  }
  console.log('  the whole report of the last: target/lighthouse.html')
} finally {
  browser.kill()
}

function measure(throttling) {
  return lighthouse(page, { port: browser.port, output: 'html', onlyCategories: Object.keys(GOALS), ...(throttling ? { throttling } : {}) })
}

/** What the last one tells decides how this program ends. */
function tell({ lhr, report: html }, how = '') {
  mkdirSync(dirname(report), { recursive: true })
  writeFileSync(report, html)
  if (how) console.log(`\n  ${how}:`)
  let low = false
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
  process.exitCode = low ? 1 : 0
}
