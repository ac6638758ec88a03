import { Connection, DataAnalysis, Shop } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'channels:write'
const partly = true

export default {
  area: 'shop',
  routes: [
    { path: 'channels', component: () => import('./ChannelsPage.vue'), meta: { title: 'channels.title', scope, partly } },
    { path: 'channels/connect', component: () => import('./ConnectPage.vue'), meta: { title: 'channels.connect', scope } },
    { path: 'channels/profit', component: () => import('./ProfitPage.vue'), meta: { title: 'channels.profit', scope: 'ledger:read' } },
    { path: 'channels/:channel', component: () => import('./ChannelPage.vue'), meta: { title: 'channels.one', scope, partly } },
    { path: 'own-channels', component: () => import('./OwnChannelsPage.vue'), meta: { title: 'channels.own', scope: ['channels:write', 'shop:read'] } },
  ],
  entries: [
    { group: 'channels', title: 'channels.title', path: 'channels', icon: Connection, scope, partly, order: 1 },
    { group: 'channels', title: 'channels.own', path: 'own-channels', icon: Shop, scope: ['channels:write', 'shop:read'], order: 2 },
    { group: 'channels', title: 'channels.profit', path: 'channels/profit', icon: DataAnalysis, scope: 'ledger:read', order: 3 },
  ],
} satisfies Feature
