// Fills the demo shop through the public API, as a merchant would, and the simulated marketplace through its controls.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

const data = process.env.WANQU_DATA
const api = `http://localhost:${process.env.WANQU_PORT}/api/v1`
const demo = JSON.parse(readFileSync(`${data}/demo.json`, 'utf8'))
const CARDS = 200
const MARKETPLACE = 'doudian'

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

async function connectMarketplace(simulators) {
  const control = (path, body) => call(`${simulators}/control/${MARKETPLACE}${path}`, 'POST', body)
  const app = await control('/app', {})
  const account = await control('/shop', { appKey: app.appKey })
  const product = await control('/product', { shopId: account.shopId, skus: [{ code: 'CARD-100', priceFen: 880, stock: 0 }] })
  const channel = await shop('/channels', 'POST', {
    kind: MARKETPLACE, name: 'Simulated marketplace', baseUri: `${simulators}/${MARKETPLACE}`,
    appKey: app.appKey, appSecret: app.appSecret, externalShop: account.shopId,
    tokens: {
      access: account.accessToken, refresh: account.refreshToken,
      accessEndsAt: new Date(account.accessEndsAt * 1000).toISOString(),
    },
  })
  await control('/push', { appKey: app.appKey, url: `http://localhost:${process.env.WANQU_PORT}${channel.pushPath}` })
  const sku = product.skus[0].skuId
  await shop(`/channels/${channel.id}/listings`, 'PUT', [{ externalProduct: product.productId, externalSku: sku, sku: demo.cardSku }])
  const shelf = await until('the stock stands on the marketplace', async () => {
    const seen = await call(`${simulators}/control/${MARKETPLACE}/stock?sku=${sku}`, 'GET')
    return seen.stock > 0 && seen
  })
  console.log(`the simulated marketplace believes in ${shelf.stock} cards; buy there with`)
  console.log(`  curl -s ${simulators}/control/${MARKETPLACE}/order -d '{"sku": "${sku}", "count": 3}'`)
  console.log(`and see what it was given with`)
  console.log(`  curl -s '${simulators}/control/${MARKETPLACE}/shop?shopId=${account.shopId}'`)
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
if (existsSync(`${data}/simulators.url`)) {
  await connectMarketplace(readFileSync(`${data}/simulators.url`, 'utf8').trim())
} else {
  console.log('no simulated marketplace runs beside this server')
}
