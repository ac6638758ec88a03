import { CreditCard, Document, Notebook, Tickets, Wallet, WalletFilled } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

const scope = 'ledger:read'

export default {
  area: 'shop',
  routes: [
    { path: 'money', component: () => import('./BalancesPage.vue'), meta: { title: 'money.title', scope } },
    { path: 'bills', component: () => import('./BillsPage.vue'), meta: { title: 'money.bills', scope } },
    { path: 'bills/:day', component: () => import('./BillPage.vue'), meta: { title: 'money.bill', scope } },
    { path: 'payouts', component: () => import('./PayoutsPage.vue'), meta: { title: 'money.payouts', scope } },
    { path: 'payment-accounts', component: () => import('./AccountsPage.vue'), meta: { title: 'money.accounts', scope: 'shop:read' } },
    { path: 'invoices', component: () => import('./InvoicesPage.vue'), meta: { title: 'money.invoices', scope } },
    { path: 'invoices/:year(\\d+)/:number(\\d+)', component: () => import('./InvoicePage.vue'), meta: { title: 'money.invoice', scope } },
    { path: 'ledger', component: () => import('./LedgerPage.vue'), meta: { title: 'money.ledger', scope } },
  ],
  entries: [
    { group: 'money', title: 'money.title', path: 'money', icon: Wallet, scope, order: 1 },
    { group: 'money', title: 'money.payouts', path: 'payouts', icon: WalletFilled, scope, order: 2 },
    { group: 'money', title: 'money.bills', path: 'bills', icon: Tickets, scope, order: 3 },
    { group: 'money', title: 'money.invoices', path: 'invoices', icon: Document, scope, order: 4 },
    { group: 'money', title: 'money.accounts', path: 'payment-accounts', icon: CreditCard, scope: 'shop:read', order: 5 },
    { group: 'books', title: 'money.ledger', path: 'ledger', icon: Notebook, scope, order: 1 },
  ],
} satisfies Feature
