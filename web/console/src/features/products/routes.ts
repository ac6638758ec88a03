import { Goods, Collection } from '@element-plus/icons-vue'
import { api } from '@/app/api'
import type { Feature } from '@/app/feature'
import type { Job } from '@/app/jobs'
import { publicationJob } from './publicationJob'

const scope = 'shop:read'

export default {
  area: 'shop',
  routes: [
    { path: 'products', component: () => import('./ProductsPage.vue'), meta: { title: 'products.title', scope } },
    { path: 'products/new', component: () => import('./ProductPage.vue'), meta: { title: 'products.add', scope: ['catalog:write', 'shop:read'] } },
    { path: 'products/:product', component: () => import('./ProductPage.vue'), meta: { title: 'products.one', scope } },
    { path: 'categories', component: () => import('./CategoriesPage.vue'), meta: { title: 'products.categories', scope } },
  ],
  entries: [
    { group: 'goods', title: 'products.title', path: 'products', icon: Goods, scope, order: 1 },
    { group: 'goods', title: 'products.categories', path: 'categories', icon: Collection, scope, order: 4 },
  ],
  jobs: [{ kind: 'publication', scope: 'channels:write', partly: true, list: async (): Promise<Job[]> => (await api.get('/api/v1/publications', { query: { limit: '10' } as never })).map(publicationJob) }],
} satisfies Feature
