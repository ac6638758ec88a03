import { DocumentChecked, Finished, Key } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'audit:read'

export default [
  {
    area: 'shop',
    routes: [
      { path: 'trail', component: () => import('./TrailPage.vue'), meta: { title: 'books.trail', scope } },
      { path: 'recount', component: () => import('./RecountPage.vue'), meta: { title: 'books.recount', scope } },
      { path: 'tokens', component: () => import('./TokensPage.vue'), meta: { title: 'books.tokens', scope: 'shop:write' } },
    ],
    entries: [
      { group: 'books', title: 'books.trail', path: 'trail', icon: DocumentChecked, scope, order: 2 },
      { group: 'books', title: 'books.recount', path: 'recount', icon: Finished, scope, order: 3 },
      { group: 'shop', title: 'books.tokens', path: 'tokens', icon: Key, scope: 'shop:write', order: 8 },
    ],
  },
  {
    area: 'operator',
    routes: [{ path: 'trail', component: () => import('./TrailPage.vue'), meta: { title: 'books.trail', scope } }],
    entries: [{ group: 'books', title: 'books.trail', path: 'trail', icon: DocumentChecked, scope, order: 2 }],
  },
] satisfies Feature[]
