import { Brush, Setting } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'shop:read'

export default {
  area: 'shop',
  routes: [
    { path: 'settings', component: () => import('./SettingsPage.vue'), meta: { title: 'settings.title', scope } },
    { path: 'home-page', component: () => import('./HomePage.vue'), meta: { title: 'settings.home', scope } },
  ],
  entries: [
    { group: 'shop', title: 'settings.title', path: 'settings', icon: Setting, scope, order: 1 },
    { group: 'shop', title: 'settings.home', path: 'home-page', icon: Brush, scope, order: 2 },
  ],
} satisfies Feature
