import { Aim, List, Odometer, View } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

/** The same pages for a shop and for the platform; each asks the addresses of its area. */
const routes: Feature['routes'] = [
  { path: 'risk/reviews', component: () => import('./ReviewsPage.vue'), meta: { title: 'risk.reviews', scope: 'orders:read' } },
  { path: 'risk/decisions', component: () => import('./DecisionsPage.vue'), meta: { title: 'risk.decisions', scope: 'audit:read' } },
  { path: 'risk/rules', component: () => import('./RulesPage.vue'), meta: { title: 'risk.rules', scope: 'audit:read' } },
  { path: 'risk/rules/:profile', component: () => import('./ProfilePage.vue'), meta: { title: 'risk.profile', scope: 'audit:read' } },
  { path: 'risk/lists', component: () => import('./ListsPage.vue'), meta: { title: 'risk.lists', scope: 'audit:read' } },
]
const entries: Feature['entries'] = [
  { group: 'risk', title: 'risk.reviews', path: 'risk/reviews', icon: View, scope: 'orders:read', order: 1 },
  { group: 'risk', title: 'risk.decisions', path: 'risk/decisions', icon: Aim, scope: 'audit:read', order: 2 },
  { group: 'risk', title: 'risk.rules', path: 'risk/rules', icon: Odometer, scope: 'audit:read', order: 3 },
  { group: 'risk', title: 'risk.lists', path: 'risk/lists', icon: List, scope: 'audit:read', order: 4 },
]

export default [{ area: 'shop', routes, entries }, { area: 'operator', routes, entries }] satisfies Feature[]
