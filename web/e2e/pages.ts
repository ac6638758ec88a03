import type { Page } from '@playwright/test'

import { INVOICE, withInvoices } from './src/invoices.ts'
import { numberIn, order, pay, press, reveal } from './src/buying.ts'
import { Server } from './src/server.ts'
import { someone } from './src/someone.ts'
import { asStaff } from './src/staff.ts'
import { goods } from './src/stall.ts'
import type { World } from './src/world.ts'

/** A page that bin/shots takes pictures of. Add yours here. */
export interface Shown {
  name: string
  /** Who looks: guest, the demo shop's owner, or one of the platform's people. */
  who?: 'guest' | 'owner' | 'operator'
  path: string | ((world: World, server: Server) => Promise<string>)
  /** What is done before the picture is taken. */
  before?: (page: Page, world: World) => Promise<void>
}

interface Products {
  items: { id: string }[]
}

export const firstProduct = async (world: World, server: Server): Promise<string> =>
  (await server.call<Products>('GET', `/shops/${world.demo.slug}/products`)).items[0]?.id ?? ''

const productPath = async (world: World, server: Server) => `/s/demo/p/${await firstProduct(world, server)}`
const atNight = async (page: Page) => page.emulateMedia({ colorScheme: 'dark' })

export const PAGES: Shown[] = [
  { name: 'shop-home', path: '/' },
  { name: 'shop-home-night', path: '/s/demo', before: atNight },
  { name: 'shop-home-en', path: '/s/demo?lang=en' },
  { name: 'shop-product', path: productPath },
  { name: 'shop-product-night', path: productPath, before: atNight },
  { name: 'shop-category', path: '/s/demo/c' },
  { name: 'shop-search', path: '/s/demo/search?q=%E4%BC%9A%E5%91%98' },
  { name: 'shop-cart', path: productPath, before: async (page) => {
    await press(page, '加入购物车')
    await page.goto('/s/demo/cart')
  } },
  { name: 'shop-checkout', path: productPath, before: async (page) => {
    await press(page, '立即购买')
    await page.getByText('商品清单').waitFor()
    await page.getByText('¥').first().waitFor()
  } },
  { name: 'shop-paying', path: '/', before: async (page, world) => {
    await order(page, await productPath(world, new Server(world)))
    await page.getByRole('button', { name: /^支付 ¥/ }).waitFor()
  } },
  { name: 'shop-order', path: '/', before: async (page, world) => {
    await order(page, await productPath(world, new Server(world)))
    await pay(page)
    await reveal(page)
  } },
  { name: 'shop-more-time', path: '/', before: async (page, world) => {
    await page.clock.install({ time: Date.now() + 13 * 60_000 })
    await order(page, (await goods(new Server(world), world)).path)
    await page.getByRole('button', { name: '再给我一些时间' }).waitFor()
  } },
  { name: 'shop-friend', path: '/', before: async (page, world) => {
    await order(page, await productPath(world, new Server(world)))
    const told = page.waitForResponse(/\/pay-link$/)
    await press(page, '找朋友代付')
    await page.goto(`/s/demo/pay/${numberIn(page)}#${(await (await told).json() as { token: string }).token}`)
    await page.getByRole('timer').waitFor()
  } },
  { name: 'shop-gift', path: productPath, before: async (page) => {
    await press(page, '立即购买')
    await page.getByLabel('邮箱或手机号').fill(someone())
    await page.getByRole('switch', { name: /送给朋友/ }).check()
    await press(page, '提交并支付')
    await page.waitForURL(/\/o\/\d+\/pay/)
    await pay(page)
    const told = page.waitForResponse(/\/gift\/link$/)
    await press(page, '生成礼物链接')
    await page.goto((await (await told).json() as { link: string }).link)
    await page.getByRole('button', { name: '收下礼物' }).waitFor()
  } },
  { name: 'shop-top-up', path: '/s/demo/wallet', before: async (page) => {
    await press(page, '开通')
    await page.getByRole('link', { name: '充值' }).click()
    await page.getByLabel('充值金额').waitFor()
  } },
  { name: 'shop-security', who: 'owner', path: '/s/demo/security' },
  { name: 'shop-account-signed-in', who: 'owner', path: '/s/demo/account' },
  { name: 'shop-devices', who: 'owner', path: '/s/demo/devices' },
  { name: 'shop-case', path: '/', before: async (page, world) => {
    await order(page, await productPath(world, new Server(world)))
    await pay(page)
    await page.getByRole('link', { name: '卡密有问题？' }).click()
  } },
  ...['orders', 'look-up', 'account', 'sign-in', 'privacy', 'hand-off', 'wallet', 'help', 'nothing/here'].map((place) => (
    { name: `shop-${place.replace('/', '-')}`, path: `/s/demo/${place}` })),
  { name: 'console-door', path: '/console/' },
  ...['overview', 'guide', 'products', 'products/new', 'categories', 'cards', 'cards/import', 'cards/defects', 'stock', 'orders', 'cases', 'hand-overs', 'refunds',
    'redemptions', 'channels', 'channels/connect', 'channels/profit', 'own-channels', 'prices', 'price-agreements', 'money', 'bills', 'payouts', 'invoices',
    'payment-accounts', 'wallet', 'ledger', 'staff', 'roles', 'tokens', 'trail', 'recount', 'settings', 'home-page', 'standing', 'risk/reviews', 'risk/decisions', 'risk/rules',
    'risk/rules/usual', 'risk/lists'].map((path): Shown => ({ name: `console-${path.replaceAll('/', '-')}`, who: 'owner', path: `/console/demo/${path}` })),
  { name: 'console-pool', who: 'owner', path: async (world) => `/console/demo/stock/${world.demo.cardPool}` },
  { name: 'console-product', who: 'owner', path: async (world, server) => `/console/demo/products/${await firstProduct(world, server)}` },
  { name: 'console-order', who: 'owner', path: async (_, server) => `/console/demo/orders/${(await server.merchant<{ items: { number: string }[] }>('GET', '/orders?limit=1')).items[0]?.number ?? ''}` },
  ...['cases', 'shops', 'applications', 'holding', 'payouts', 'bill-differences', 'rates', 'wallets', 'ledger-proof', 'fund', 'rail-terms', 'incidents', 'staff', 'roles', 'trail', 'risk/reviews', 'risk/decisions',
    'risk/rules', 'risk/rules/usual', 'risk/lists'].map((path): Shown => ({ name: `operator-${path.replaceAll('/', '-')}`, who: 'operator', path: `/console/operator/${path}` })),
  ...['standing', 'deposit', 'invoices', 'bills', 'books'].map((tab): Shown => ({ name: `operator-shop-${tab}`, who: 'operator', path: async (world) => `/console/operator/shops/${world.demo.shop}?tab=${tab}` })),
  { name: 'console-invoice', who: 'owner', path: '/console/demo/invoices', before: async (page) => {
    await withInvoices(page)
    await page.reload()
    await page.getByRole('link', { name: INVOICE.code }).click()
    await page.getByRole('heading', { level: 1, name: new RegExp(INVOICE.code) }).waitFor()
  } },
  { name: 'console-refused', who: 'owner', path: '/console/demo/payouts', before: async (page, world) => {
    await asStaff(page, world, 'viewer')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '您的角色不能打开这里' }).waitFor()
  } },
  { name: 'console-viewer', who: 'owner', path: '/console/demo/overview', before: async (page, world) => {
    await asStaff(page, world, 'viewer')
    await page.reload()
    await page.getByText('新订单').first().waitFor()
  } },
  { name: 'console-catalog-staff', who: 'owner', path: '/console/demo/overview', before: async (page, world) => {
    await asStaff(page, world, 'catalog')
    await page.reload()
    await page.getByRole('heading', { name: '您的工作' }).waitFor()
  } },
  { name: 'console-first-operator', path: '/console/first-operator#secret' },
  { name: 'console-invitation', path: '/console/invitation#secret' },
  { name: 'console-account', who: 'owner', path: '/console/account' },
  {
    name: 'console-rule', who: 'owner', path: async (world) => `/console/demo/stock/${world.demo.cardPool}`,
    before: async (page) => {
      await page.locator('.share button').first().click()
      await page.locator('.trial').waitFor()
    },
  },
]
