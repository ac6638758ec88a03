import { PriceTag, Stamp } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'shop:read'

export default {
  area: 'shop',
  routes: [
    { path: 'prices', component: () => import('./PricesPage.vue'), meta: { title: 'prices.title', scope } },
    { path: 'prices/:sku', component: () => import('./PriceListPage.vue'), meta: { title: 'prices.one', scope } },
    { path: 'price-agreements', component: () => import('./AgreementsPage.vue'), meta: { title: 'prices.agreements', scope: 'channels:write' } },
  ],
  entries: [
    { group: 'goods', title: 'prices.title', path: 'prices', icon: PriceTag, scope, order: 5 },
    { group: 'goods', title: 'prices.agreements', path: 'price-agreements', icon: Stamp, scope: 'channels:write', order: 6 },
  ],
} satisfies Feature
