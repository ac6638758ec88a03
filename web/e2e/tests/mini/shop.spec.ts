import type { Phone } from '../../src/mini/phone.ts'
import { codeOf, control, expect, KINDS, test, type Stall } from '../../src/mini/test.ts'
import { someone } from '../../src/someone.ts'
import { PROGRAMS, type World } from '../../src/world.ts'

/** As soon as it is there. */
const press = (phone: Phone, words: string | RegExp) => expect(() => phone.page.tap(words)).toPass({ timeout: 30_000 })
const numberOf = (phone: Phone): string => /number=(\d+)/.exec(phone.at)?.[1] ?? ''

/** From the first page to where the order is paid. */
async function order(phone: Phone, { title }: Stall, rail?: string): Promise<string> {
  phone.start()
  await expect.poll(() => phone.page.text).toContain(title)
  await press(phone, new RegExp(title))
  await expect.poll(() => phone.page.of('product-title')).toEqual([title])
  await expect.poll(() => phone.page.text).toContain('¥9.90')
  await press(phone, '立即购买')
  await expect.poll(() => phone.page.text).toContain('邮箱或手机号')
  phone.page.type('邮箱或手机号', someone())
  await expect.poll(() => phone.page.text).toContain('演示支付')
  await expect.poll(() => phone.page.text).toContain('¥9.90')
  if (rail !== undefined) await press(phone, rail)
  await press(phone, '提交并支付')
  await expect.poll(() => phone.at).toMatch(/^\/pages\/paying\/index\?number=\d+$/)
  return numberOf(phone)
}

async function opened(phone: Phone): Promise<string[]> {
  await expect.poll(() => phone.at).toContain('/pages/order/index')
  await expect.poll(() => phone.page.text).toContain('查看卡密')
  await press(phone, '查看卡密')
  await expect.poll(() => phone.page.of('order-card-code')).toHaveLength(1)
  return phone.page.of('order-card-code')
}

/** WeChat Pay takes the shop's money, as its simulator plays it. */
async function takesWechatPay({ server }: Stall, world: World): Promise<string> {
  const { mchid, appid, privateKey, serial, apiV3Key } = await control<Record<string, string>>(world, '/wechatpay/merchant', {})
  await server.merchant('POST', '/payment-accounts', { rail: 'wechatpay', payee: mchid, app: appid, keys: { privateKey, serial, apiV3Key }, baseUri: `${world.simulators}/wechatpay` })
  expect(appid).toBe(PROGRAMS.wechat)
  return mchid ?? ''
}

for (const kind of KINDS) {
  test(`${kind}: a guest buys, pays and has his code, and finds it again when the program starts anew`, async ({ phone, stall }) => {
    const mine = phone(kind)
    const number = await order(mine, stall)
    expect(mine.titles).toContain(stall.title)
    await expect.poll(() => mine.page.text).toContain('支付 ¥9.90')
    await press(mine, '支付 ¥9.90')
    const [code] = await opened(mine)
    expect(code).toContain('SECRET')

    const again = phone(kind, {}, mine)
    again.start('/pages/orders/index')
    await expect.poll(() => again.page.text).toContain(number)
    await press(again, new RegExp(number))
    expect(await opened(again)).toEqual([code])
  })

  test(`${kind}: words in Chinese are looked for as they were typed`, async ({ phone, stall }) => {
    const mine = phone(kind)
    mine.start('/pages/search/index')
    await mine.settled()
    mine.page.find(stall.title)
    await expect.poll(() => mine.at).toContain(encodeURIComponent(stall.title))
    await expect.poll(() => mine.page.of('product-card-title')).toEqual([stall.title])
    expect(mine.page.text).not.toContain('%')
  })

  test(`${kind}: a link that leads out of the shop lies in the clipboard, and that is said`, async ({ phone, stall }) => {
    await stall.server.merchant('PUT', '/shop/home', { version: 0, home: { links: [{ title: '官网', url: 'https://example.com/help' }], blocks: [{ kind: 'PRODUCTS', sort: 'newest', shown: 1 }] } })
    const mine = phone(kind)
    mine.start()

    await press(mine, '官网')

    await expect.poll(() => mine.page.text).toContain('链接已复制')
    expect(mine.storage.get('the clipboard')).toBe('https://example.com/help')
    expect(mine.at).toContain('/pages/home/index')
  })

  test(`${kind}: whoever is signed in by the platform stays so, and signs out`, async ({ phone, world }) => {
    const program = kind === 'weixin' ? 'wechat' : 'douyin'
    const mine = phone(kind, { code: codeOf(world, program, `lin-${crypto.randomUUID()}`) })
    mine.start('/pages/sign-in/index')
    await mine.settled()
    await press(mine, kind === 'weixin' ? '微信一键登录' : '抖音一键登录')
    await expect.poll(() => mine.at).toContain('/pages/account/index')
    await expect.poll(() => mine.page.text).toContain('退出登录')

    const again = phone(kind, {}, mine)
    again.start('/pages/account/index')
    await expect.poll(() => again.page.text).toContain('退出登录')
    const kept = () => [...again.storage.keys()].filter((it) => it.endsWith(':bearer'))
    expect(kept()).toHaveLength(1)
    await press(again, '退出登录')
    await expect.poll(() => again.page.text).not.toContain('退出登录')
    expect(kept()).toEqual([])
  })

  test(`${kind}: whoever gives up at the platform's log-in is told, and may try another way`, async ({ phone }) => {
    const mine = phone(kind)
    mine.start('/pages/sign-in/index')
    await mine.settled()
    await press(mine, kind === 'weixin' ? '微信一键登录' : '抖音一键登录')
    await expect.poll(() => mine.page.text).toContain('暂时无法完成')
    expect(mine.page.text).toContain('邮箱或手机号')
  })
}

test('weixin: paying opens the platform\'s own sheet; given up it waits, paid it delivers', async ({ phone, stall, world }) => {
  const mchid = await takesWechatPay(stall, world)
  const asked: Record<string, unknown>[] = []
  const mine = phone('weixin', {
    code: codeOf(world, 'wechat', `mei-${crypto.randomUUID()}`),
    pay: async (options) => {
      asked.push(options)
      if (asked.length === 1) return false
      const { trades } = await (await fetch(`${world.simulators}/control/wechatpay/trades?mchid=${mchid}`)).json() as { trades: { out_trade_no: string }[] }
      await control(world, '/wechatpay/pay', { outTradeNo: trades[0]?.out_trade_no, mchid })
      return true
    },
  })
  await order(mine, stall, '微信支付')
  await expect.poll(() => mine.page.text).toContain('用微信支付支付 ¥9.90')
  await press(mine, '用微信支付支付 ¥9.90')
  await expect.poll(() => asked).toHaveLength(1)
  await mine.settled()
  expect(mine.at).toContain('/pages/paying/index')

  await press(mine, '用微信支付支付 ¥9.90')
  expect((await opened(mine))[0]).toContain('SECRET')
  expect(asked[1]).toMatchObject({ signType: 'RSA', timeStamp: expect.stringMatching(/^\d{10}$/), nonceStr: expect.stringMatching(/^\w{32}$/), package: expect.stringMatching(/^prepay_id=\w+/), paySign: expect.stringMatching(/^[\w+/]+=*$/) })
})

test('toutiao: WeChat Pay is not offered where it can not be opened', async ({ phone, stall, world }) => {
  await takesWechatPay(stall, world)
  const mine = phone('toutiao')
  await order(mine, stall)
  await expect.poll(() => mine.page.text).toContain('支付 ¥9.90')
  expect(mine.page.text).not.toContain('微信支付')
})

for (const kind of KINDS) {
  test(`${kind}: every page opens, shows something and breaks nowhere`, async ({ phone, stall }) => {
    const buyer = phone(kind)
    const number = await order(buyer, stall)
    await expect.poll(() => buyer.page.text).toContain('支付 ¥9.90')
    const queries: Record<string, string> = { product: `id=${stall.product}`, search: `q=${encodeURIComponent('卡')}`, paying: `number=${number}`, order: `number=${number}`, case: `number=${number}`, friend: `number=${number}&secret=x`, gift: `number=${number}&secret=x` }
    for (const path of buyer.pages) {
      const mine = phone(kind, {}, buyer)
      mine.start(`/${path}?${queries[path.split('/')[1] ?? ''] ?? ''}`)
      await mine.settled()
      expect(mine.page.text, path).toMatch(/[\u4e00-\u9fff]{2}/)
      expect(mine.page.text, path).not.toMatch(/undefined|NaN|\[object|\{\w+\}/)
      expect(mine.titles.at(-1), path).toMatch(/\S/)
    }
  })
}
