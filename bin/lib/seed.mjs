// Fills the demo shop through the public API, as a merchant would, and the simulated marketplace through its controls.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { connectMarketplaces } from './marketplaces.mjs'

const data = process.env.WANQU_DATA
const api = `http://localhost:${process.env.WANQU_PORT}/api/v1`
const demo = JSON.parse(readFileSync(`${data}/demo.json`, 'utf8'))
const CARDS = 2000

async function call(url, method, body, headers = {}) {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) {
    throw new Error(`${method} ${url} answered ${response.status}: ${text}`)
  }
  return text === '' ? {} : JSON.parse(text)
}

const shop = (path, method, body) =>
  call(`${api}${path}`, method, body, { Authorization: `Bearer ${demo.token}`, 'Idempotency-Key': randomUUID() })

async function until(what, look) {
  for (let tries = 0; tries < 100; tries++) {
    const seen = await look()
    if (seen) return seen
    await new Promise((go) => setTimeout(go, 200))
  }
  throw new Error(`waited in vain until ${what}`)
}

const code = () => randomBytes(8).toString('hex').toUpperCase().match(/.{4}/g).join('-')
const lines = (count, line) => Array.from({ length: count }, (_, n) => line(n)).join('\n')

async function load(name, pool, request) {
  const started = await shop('/imports/paste', 'POST', { pool, ...request })
  const done = await until(`the import of ${name} is done`, async () => {
    const seen = await shop(`/imports/${started.id}`, 'GET')
    return ['done', 'failed'].includes(seen.state) && seen
  })
  console.log(`${name}: ${done.loaded} loaded, ${done.duplicates} duplicates, ${done.errors} errors`)
}

await load('game cards', demo.cardPool, { text: lines(CARDS, code) })
await load('shared accounts', demo.accountPool, {
  text: lines(3, () => `player-${randomBytes(3).toString('hex')}----${code()}`), uses: 90, perDay: 3,
})
await load('numbers to pick', demo.numberPool, {
  format: 'csv', text: 'number,secret,label,premium\n' + lines(6, (n) => {
    const number = `138${randomBytes(4).readUInt32BE().toString().padStart(8, '0').slice(-8)}`
    return `${number},${code()},${number.slice(0, 3)}****${number.slice(-4)},${n * 10}`
  }),
})
// Buyers may keep money in the shop and pay with it; that is the operator's to allow.
if (existsSync(`${data}/operator.token`)) {
  const operator = readFileSync(`${data}/operator.token`, 'utf8').trim()
  await call(`${api}/operator/shops/${demo.shop}/wallet-offer`, 'PUT', { allowed: true }, { Authorization: `Bearer ${operator}`, 'Idempotency-Key': randomUUID() })
}
if (existsSync(`${data}/simulators.url`)) {
  const simulators = readFileSync(`${data}/simulators.url`, 'utf8').trim()
  await connectMarketplaces({ simulators, server: `http://localhost:${process.env.WANQU_PORT}`, sku: demo.cardSku, shop, call, until })
} else {
  console.log('no simulated marketplaces run beside this server')
}
