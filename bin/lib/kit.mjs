// Reads the reports of a test run and prints, for each connector and contract, how many tests passed.
import { readdirSync, readFileSync } from 'node:fs'

const CONTRACTS = ['Access', 'Reading', 'Delivery', 'Push', 'Feed', 'Stock', 'Listing', 'Supply', 'Consignment']
// The worked example of the guide is no marketplace.
const EXAMPLE = 'example'
const fared = new Map()
let bad = 0
for (const file of readdirSync(process.argv[2]).filter((name) => name.endsWith('.xml'))) {
  const suite = readFileSync(`${process.argv[2]}/${file}`, 'utf8').match(/<testsuite [^>]*>/)[0]
  const value = (name) => suite.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '0'
  const named = value('name').match(new RegExp(`connectors\\.(\\w+)\\.\\w+?(${CONTRACTS.join('|')})Test$`))
  if (!named || named[1] === EXAMPLE) continue
  const [, kind, contract] = named
  const one = fared.get(kind) ?? {}
  const sum = one[contract] ?? { passed: 0, skipped: 0, failed: 0 }
  const failed = Number(value('errors')) + Number(value('failures'))
  sum.failed += failed
  sum.skipped += Number(value('skipped'))
  sum.passed += Number(value('tests')) - failed - Number(value('skipped'))
  fared.set(kind, { ...one, [contract]: sum })
  bad += failed
}
const cell = (sum) => (!sum ? '–' : sum.failed > 0 ? `${sum.failed} FAILED` : `${sum.passed}${sum.skipped ? ` (${sum.skipped} n/a)` : ''}`)
console.log(['connector'.padEnd(12), ...CONTRACTS.map((it) => it.padEnd(11))].join(' '))
for (const [kind, sums] of [...fared].sort()) {
  console.log([kind.padEnd(12), ...CONTRACTS.map((it) => cell(sums[it]).padEnd(11))].join(' '))
}
const all = [...fared.values()].flatMap((it) => Object.values(it))
const total = (what) => all.reduce((sum, it) => sum + it[what], 0)
console.log(`${fared.size} connectors, ${total('passed')} passed, ${total('skipped')} not applicable, ${bad} failed`)
process.exit(bad > 0 || fared.size === 0 ? 1 : 0)
