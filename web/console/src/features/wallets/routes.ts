import { Money, Present } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'ledger:read'

/** Stored value: the limits and who offers it for the platform, the shop's own cards for the shop. */
export default [
  {
    area: 'operator',
    routes: [{ path: 'wallets', component: () => import('./LimitsPage.vue'), meta: { title: 'wallets.title', scope } }],
    entries: [{ group: 'money', title: 'wallets.title', path: 'wallets', icon: Money, scope, order: 5 }],
  },
  {
    area: 'shop',
    routes: [{ path: 'wallet', component: () => import('./WalletPage.vue'), meta: { title: 'wallets.own', scope } }],
    entries: [{ group: 'money', title: 'wallets.own', path: 'wallet', icon: Present, scope, order: 6 }],
  },
] satisfies Feature[]
