import { Briefcase, ChatLineSquare, Coin, FirstAidKit, Stamp } from '@element-plus/icons-vue'
import type { Feature } from '@/app/feature'

export default {
  area: 'operator',
  routes: [
    { path: 'overview', redirect: '/operator/cases' },
    { path: 'cases', component: () => import('./CasesPage.vue'), meta: { title: 'operator.cases', scope: 'orders:read' } },
    { path: 'shops/:shop/cases/:case', component: () => import('./CasePage.vue'), meta: { title: 'operator.case', scope: 'orders:read' } },
    { path: 'applications', component: () => import('./ApplicationsPage.vue'), meta: { title: 'operator.applications', scope: 'shop:read' } },
    { path: 'fund', component: () => import('./FundPage.vue'), meta: { title: 'operator.fund', scope: 'ledger:read' } },
    { path: 'rail-terms', component: () => import('./TermsPage.vue'), meta: { title: 'operator.terms', scope: 'ledger:read' } },
    { path: 'incidents', component: () => import('./IncidentsPage.vue'), meta: { title: 'operator.incidents', scope: 'customers:read' } },
    { path: 'incidents/:incident', component: () => import('./IncidentPage.vue'), meta: { title: 'operator.incident', scope: 'customers:read' } },
  ],
  entries: [
    { group: 'desk', title: 'operator.cases', path: 'cases', icon: ChatLineSquare, scope: 'orders:read', order: 1 },
    { group: 'market', title: 'operator.applications', path: 'applications', icon: Stamp, scope: 'shop:read', order: 1 },
    { group: 'money', title: 'operator.fund', path: 'fund', icon: FirstAidKit, scope: 'ledger:read', order: 1 },
    { group: 'money', title: 'operator.terms', path: 'rail-terms', icon: Coin, scope: 'ledger:read', order: 2 },
    { group: 'people', title: 'operator.incidents', path: 'incidents', icon: Briefcase, scope: 'customers:read', order: 2 },
  ],
} satisfies Feature
