import { Medal, Shop, Tickets } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'shop:read'

/** The shops, as the platform sees them; and a shop's own standing, as it sees it itself. */
export default [
  {
    area: 'operator',
    routes: [
      { path: 'shops', component: () => import('./ShopsPage.vue'), meta: { title: 'merchants.title', scope } },
      { path: 'shops/:shop', component: () => import('./ShopPage.vue'), meta: { title: 'merchants.one', scope } },
      { path: 'holding', component: () => import('./HoldingPage.vue'), meta: { title: 'merchants.holding', scope } },
    ],
    entries: [
      { group: 'market', title: 'merchants.title', path: 'shops', icon: Shop, scope, order: 0 },
      { group: 'market', title: 'merchants.holding', path: 'holding', icon: Tickets, scope, order: 2 },
    ],
  },
  {
    area: 'shop',
    routes: [{ path: 'standing', component: () => import('./StandingPage.vue'), meta: { title: 'merchants.standing', scope } }],
    entries: [{ group: 'shop', title: 'merchants.standing', path: 'standing', icon: Medal, scope, order: 5 }],
  },
] satisfies Feature[]
