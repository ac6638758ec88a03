import { Medal, UserFilled } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

export default {
  area: 'shop',
  routes: [
    { path: 'staff', component: () => import('./StaffPage.vue'), meta: { title: 'people.staff', scope: ['shop:write', 'shop:read'] } },
    { path: 'roles', component: () => import('./RolesPage.vue'), meta: { title: 'people.roles', scope: 'shop:read' } },
  ],
  entries: [
    { group: 'shop', title: 'people.staff', path: 'staff', icon: UserFilled, scope: ['shop:write', 'shop:read'], order: 5 },
    { group: 'shop', title: 'people.roles', path: 'roles', icon: Medal, scope: 'shop:read', order: 6 },
  ],
} satisfies Feature
