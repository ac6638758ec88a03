import { Coin } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'stock:read'

export default {
  area: 'shop',
  routes: [
    { path: 'stock', component: () => import('./StockPage.vue'), meta: { title: 'stock.title', scope } },
    { path: 'stock/:pool', component: () => import('./PoolStockPage.vue'), meta: { title: 'stock.one', scope } },
  ],
  entries: [{ group: 'goods', title: 'stock.title', path: 'stock', icon: Coin, scope, order: 3 }],
} satisfies Feature
