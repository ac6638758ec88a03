import { Connection, DataAnalysis, Shop } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'channels:write'

export default {
  area: 'shop',
  routes: [
    { path: 'channels', component: () => import('./ChannelsPage.vue'), meta: { title: 'channels.title', scope } },
    { path: 'channels/connect', component: () => import('./ConnectPage.vue'), meta: { title: 'channels.connect', scope } },
    { path: 'channels/profit', component: () => import('./ProfitPage.vue'), meta: { title: 'channels.profit', scope: 'ledger:read' } },
    { path: 'channels/:channel', component: () => import('./ChannelPage.vue'), meta: { title: 'channels.one', scope } },
    { path: 'own-channels', component: () => import('./OwnChannelsPage.vue'), meta: { title: 'channels.own', scope } },
  ],
  entries: [
    { group: 'channels', title: 'channels.title', path: 'channels', icon: Connection, scope, order: 1 },
    { group: 'channels', title: 'channels.own', path: 'own-channels', icon: Shop, scope, order: 2 },
    { group: 'channels', title: 'channels.profit', path: 'channels/profit', icon: DataAnalysis, scope: 'ledger:read', order: 3 },
  ],
} satisfies Feature
