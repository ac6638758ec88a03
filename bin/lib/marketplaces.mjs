// Connects the demo shop to every simulated marketplace, and lets simulated buyers shop there slowly.
const KINDS = ['doudian', 'taobao', 'jd', 'pinduoduo', 'kuaishou', 'xiaohongshu', 'wechatshop', 'xianyu', 'agiso']
const NAMES = {
  doudian: '抖店 Doudian', taobao: '淘宝 Taobao', jd: '京东 JD', pinduoduo: '拼多多 Pinduoduo', kuaishou: '快手 Kuaishou',
  xiaohongshu: '小红书 Xiaohongshu', wechatshop: '微信小店 WeChat shop', xianyu: '闲鱼 Xianyu', agiso: '阿奇索 Agiso',
}
const PRICE_FEN = 880
const ORDERS_A_SECOND = Number(process.env.WANQU_DEMO_ORDERS_A_MINUTE ?? 1) / 60
const BUYERS = 1_000_000
const CREDIT_MINOR = 100_000

// What a marketplace gives its makers bears the same name; the rest is the merchant's choice.
function fields(access, app, account) {
  const own = { transport: 'router', sellerId: '', token: account.accessToken }
  return Object.fromEntries(access.fields.map((name) => [name, app.extra[name] ?? own[name] ?? '']))
}

function tokens(access, account) {
  if (!access.tokens) return undefined
  return {
    access: account.accessToken, refresh: account.refreshToken,
    accessEndsAt: new Date(account.accessEndsAt * 1000).toISOString(),
  }
}

async function connect(kind, access, { simulators, server, sku, shop, control }) {
  const app = await control('/app', {})
  const account = await control('/shop', { appKey: app.appKey })
  const product = await control('/product', {
    shopId: account.shopId, title: 'Game card, 100 points', skus: [{ code: 'CARD-100', priceFen: PRICE_FEN, stock: 0 }],
  })
  const channel = await shop('/channels', 'POST', {
    kind, name: NAMES[kind] ?? kind, baseUri: `${simulators}/${kind}`, appKey: app.appKey, appSecret: app.appSecret,
    externalShop: account.shopId, fields: fields(access, app, account), tokens: tokens(access, account),
  })
  if (access.push === 'CALLS_US') {
    await control('/push', { appKey: app.appKey, url: `${server}${channel.pushPath}` })
  }
  const theirs = product.skus[0].skuId
  await shop(`/channels/${channel.id}/listings`, 'PUT', [{ externalProduct: product.productId, externalSku: theirs, sku }])
  return { channel, sku: theirs, account: account.shopId }
}

// A simulator remembers nothing after its end: channels of an earlier one are paused, and new ones take their place.
async function alive(channels, kind, { simulators, shop, call }) {
  for (const channel of channels.filter((it) => it.kind === kind && it.baseUri.includes('127.0.0.1'))) {
    const known = channel.baseUri === `${simulators}/${kind}`
      && await call(`${simulators}/control/${kind}/shop?shopId=${channel.externalShop}`, 'GET').then(() => true, () => false)
    if (known && channel.state === 'on') return true
    if (channel.state === 'on') await shop(`/channels/${channel.id}/pause`, 'PUT', {})
  }
  return false
}

export async function connectMarketplaces(world) {
  const { simulators, shop, call, until } = world
  const kinds = new Map((await shop('/channel-kinds', 'GET')).map((it) => [it.kind, it.capabilities]))
  const channels = await shop('/channels', 'GET')
  for (const kind of KINDS.filter((it) => kinds.has(it))) {
    if (await alive(channels, kind, world)) {
      console.log(`${NAMES[kind]}: connected before`)
      continue
    }
    const control = (path, body) => call(`${simulators}/control/${kind}${path}`, 'POST', body)
    const can = kinds.get(kind)
    const made = await connect(kind, can.access, { ...world, control })
    if (can.cards.way === 'ANSWERED' || can.access.fields.includes('mchId')) {
      await shop(`/channels/${made.channel.id}/credit`, 'PUT', { limitMinor: CREDIT_MINOR })
    }
    const stocked = can.stock.full || can.stock.incremental
    if (stocked) {
      await until(`${kind} shows the stock`, async () =>
        (await call(`${simulators}/control/${kind}/stock?sku=${made.sku}`, 'GET')).stock > 0)
    }
    // Without this slowness the figures of a page would move too fast to be watched.
    if (ORDERS_A_SECOND > 0) {
      await control('/buy', {
        sku: made.sku, count: BUYERS, rate: ORDERS_A_SECOND, patienceMillis: 24 * 3600 * 1000, ignoreStock: !stocked,
      })
    }
    console.log(`${NAMES[kind]}: connected as channel ${made.channel.id}; buy there with`)
    console.log(`  curl -s ${simulators}/control/${kind}/order -d '{"sku": "${made.sku}", "count": 3}'`)
    console.log(`  curl -s '${simulators}/control/${kind}/shop?shopId=${made.account}'   # what it was given`)
  }
}
