import { DocumentChecked, Notebook, TrendCharts, WalletFilled } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'ledger:read'

export default {
  area: 'operator',
  routes: [
    { path: 'payouts', component: () => import('./PayoutsPage.vue'), meta: { title: 'treasury.payouts', scope } },
    { path: 'bill-differences', component: () => import('./DifferencesPage.vue'), meta: { title: 'treasury.differences', scope } },
    { path: 'rates', component: () => import('./RatesPage.vue'), meta: { title: 'treasury.rates', scope } },
    { path: 'ledger-proof', component: () => import('./ProofPage.vue'), meta: { title: 'treasury.proof', scope } },
  ],
  entries: [
    { group: 'money', title: 'treasury.payouts', path: 'payouts', icon: WalletFilled, scope, order: 0 },
    { group: 'money', title: 'treasury.differences', path: 'bill-differences', icon: DocumentChecked, scope, order: 3 },
    { group: 'money', title: 'treasury.rates', path: 'rates', icon: TrendCharts, scope, order: 4 },
    { group: 'books', title: 'treasury.proof', path: 'ledger-proof', icon: Notebook, scope, order: 1 },
  ],
} satisfies Feature
