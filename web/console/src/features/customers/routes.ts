import { User } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'customers:read'

export default {
  area: 'shop',
  routes: [
    { path: 'customers', component: () => import('./CustomersPage.vue'), meta: { title: 'customers.title', scope } },
    { path: 'customers/:customer', component: () => import('./CustomerPage.vue'), meta: { title: 'customers.one', scope } },
  ],
  entries: [{ group: 'people', title: 'customers.title', path: 'customers', icon: User, scope, order: 1 }],
} satisfies Feature
