import { CreditCard } from '@element-plus/icons-vue'
import { api } from '@/app/api'
import type { Feature } from '@/app/feature'
import type { Job } from '@/app/jobs'
import { importJob } from './importJob'

const scope = 'stock:read'

export default {
  area: 'shop',
  routes: [
    { path: 'cards', component: () => import('./BatchesPage.vue'), meta: { title: 'cards.title', scope } },
    { path: 'cards/import', component: () => import('./ImportPage.vue'), meta: { title: 'cards.import', scope: ['cards:write', 'stock:read'] } },
    { path: 'cards/imports/:import', component: () => import('./ImportProgressPage.vue'), meta: { title: 'cards.oneImport', scope } },
    { path: 'cards/defects', component: () => import('./DefectsPage.vue'), meta: { title: 'cards.defects', scope } },
  ],
  entries: [
    { group: 'goods', title: 'cards.title', path: 'cards', icon: CreditCard, scope, order: 2 },
  ],
  jobs: [{ kind: 'import', scope, list: async (): Promise<Job[]> => (await api.get('/api/v1/imports', { query: { limit: '10' } as never })).items.map(importJob) }],
} satisfies Feature

