import { Postcard } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'orders:read'

export default {
  area: 'shop',
  routes: [{ path: 'redemptions', component: () => import('./RedemptionsPage.vue'), meta: { title: 'vouchers.title', scope } }],
  entries: [{ group: 'sales', title: 'vouchers.title', path: 'redemptions', icon: Postcard, scope, order: 5 }],
} satisfies Feature
