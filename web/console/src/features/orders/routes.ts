import { Box, Document, RefreshLeft } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'orders:read'
const partly = true

export default {
  area: 'shop',
  routes: [
    { path: 'orders', component: () => import('./OrdersPage.vue'), meta: { title: 'orders.title', scope, partly } },
    { path: 'orders/:order', component: () => import('./OrderPage.vue'), meta: { title: 'orders.one', scope, partly } },
    { path: 'hand-overs', component: () => import('./HandOversPage.vue'), meta: { title: 'orders.handOvers', scope: 'channels:write', partly } },
    { path: 'refunds', component: () => import('./RefundsPage.vue'), meta: { title: 'orders.failedRefunds', scope } },
  ],
  entries: [
    { group: 'sales', title: 'orders.title', path: 'orders', icon: Document, scope, partly, order: 1 },
    { group: 'sales', title: 'orders.handOvers', path: 'hand-overs', icon: Box, scope: 'channels:write', partly, order: 3 },
    { group: 'sales', title: 'orders.failedRefunds', path: 'refunds', icon: RefreshLeft, scope, order: 4 },
  ],
} satisfies Feature
