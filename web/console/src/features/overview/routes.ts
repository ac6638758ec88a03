import { Odometer } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

export default {
  area: 'shop',
  routes: [{ path: 'overview', name: 'overview', component: () => import('./OverviewPage.vue'), meta: { title: 'overview.title' } }],
  entries: [{ group: 'desk', title: 'overview.title', path: 'overview', icon: Odometer, order: 1 }],
} satisfies Feature
