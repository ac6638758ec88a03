import { Medal, UserFilled } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

/** The same pages for a shop and for the platform: whoever works there, and what each role may do. */
const routes: Feature['routes'] = [
  { path: 'staff', component: () => import('./StaffPage.vue'), meta: { title: 'people.staff', scope: ['shop:write', 'shop:read'] } },
  { path: 'roles', component: () => import('./RolesPage.vue'), meta: { title: 'people.roles', scope: 'shop:read' } },
]
const entriesIn = (group: 'shop' | 'system'): Feature['entries'] => [
  { group, title: 'people.staff', path: 'staff', icon: UserFilled, scope: ['shop:write', 'shop:read'], order: 5 },
  { group, title: 'people.roles', path: 'roles', icon: Medal, scope: 'shop:read', order: 6 },
]

export default [
  { area: 'shop', routes, entries: entriesIn('shop') },
  { area: 'operator', routes, entries: entriesIn('system') },
] satisfies Feature[]
