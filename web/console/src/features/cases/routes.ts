import { ChatLineRound } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'orders:read'

export default {
  area: 'shop',
  routes: [
    { path: 'cases', component: () => import('./CasesPage.vue'), meta: { title: 'cases.title', scope } },
    { path: 'cases/:case', component: () => import('./CasePage.vue'), meta: { title: 'cases.one', scope } },
  ],
  entries: [{ group: 'sales', title: 'cases.title', path: 'cases', icon: ChatLineRound, scope, order: 2 }],
} satisfies Feature
