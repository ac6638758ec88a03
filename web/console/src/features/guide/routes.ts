import { Guide } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

export default {
  area: 'shop',
  routes: [{ path: 'guide', component: () => import('./GuidePage.vue'), meta: { title: 'guide.title', scope: 'shop:write' } }],
  entries: [{ group: 'desk', title: 'guide.title', path: 'guide', icon: Guide, scope: 'shop:write', order: 2 }],
} satisfies Feature
