import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router'
import { features, firstPath } from './features'
import { t } from './i18n'
import { target } from './login/target'
import { allows } from './rights'
import { atPlatform, leaveSeat, refreshSession, seat, session, signedIn, sitAt, sitAtPlatform, usualShop } from './session'

const ofArea = (area: 'shop' | 'operator') => features.filter((feature) => feature.area === area).flatMap((feature) => feature.routes)
const missing = { path: ':rest(.*)*', name: '', component: () => import('./shell/MissingPage.vue'), meta: { title: 'shell.missing' } }

export const router = createRouter({
  history: createWebHistory('/console/'),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  routes: [
    { path: '/', name: 'start', component: () => import('./shell/StartPage.vue'), meta: { title: 'shell.start', alone: true } },
    { path: '/login', name: 'login', component: () => import('./login/LoginPage.vue'), meta: { title: 'login.title', open: true } },
    { path: '/first-operator', name: 'first-operator', component: () => import('./login/FirstOperatorPage.vue'), meta: { title: 'login.first', open: true } },
    { path: '/invitation', name: 'invitation', component: () => import('./login/InvitationPage.vue'), meta: { title: 'login.invitation', open: true, stays: true } },
    { path: '/account', name: 'account', component: () => import('./account/AccountPage.vue'), meta: { title: 'account.title', alone: true } },
    { path: '/operator', component: () => import('./shell/AppShell.vue'), children: [
      { path: '', name: 'operator', component: () => import('./shell/RefusedPage.vue'), meta: { title: 'shell.notAllowed' } },
      { path: 'overview', redirect: '/operator' },
      ...ofArea('operator'),
      { ...missing, name: 'operator.missing' },
    ] },
    { path: '/:shop', component: () => import('./shell/AppShell.vue'), children: [
      { path: '', redirect: (to) => `/${String(to.params.shop)}/overview` },
      ...ofArea('shop'),
      { ...missing, name: 'shop.missing' },
    ] },
  ],
})

router.beforeEach(async (to): Promise<RouteLocationRaw | boolean> => {
  if (!session.value) await refreshSession()
  if (!signedIn.value) return to.meta.open ? true : { name: 'login', query: { to: to.fullPath } }
  if (to.meta.open) return to.meta.stays ? true : target(to)
  return seated(to)
})

function seated(to: RouteLocationNormalized): RouteLocationRaw | boolean {
  if (to.path === '/operator' || to.path.startsWith('/operator/')) return atTheDesk(to)
  if (to.params.shop) {
    // A shop without a seat for this person looks like one that is not there.
    sitAt(String(to.params.shop))
    return true
  }
  leaveSeat()
  const shop = usualShop()
  if (to.name !== 'start' || (!shop && !session.value?.operator)) return true
  return shop ? `/${shop.slug}/overview` : '/operator'
}

/** The platform's area has no overview: everybody begins at the first page his role opens. */
function atTheDesk(to: RouteLocationNormalized): RouteLocationRaw | boolean {
  if (!sitAtPlatform()) return { name: 'start' }
  const first = firstPath('operator')
  return to.name === 'operator' && first ? `/operator/${first}` : true
}

router.afterEach((to, from) => {
  void retitle(to)
  if (from.matched.length > 0 && to.path !== from.path) void nextTick(() => document.getElementById('main')?.focus({ preventScroll: true }))
})

export async function retitle(to: RouteLocationNormalized = router.currentRoute.value): Promise<void> {
  const where = atPlatform.value ? t('shell.operator') : seat.value?.name
  document.title = [to.meta.title ? t(to.meta.title) : '', where, 'Wanqu'].filter(Boolean).join(' · ')
}

/** Whether the page at hand may be seen by this person at this shop. */
export function allowed(to: RouteLocationNormalized): boolean {
  return to.matched.every((record) => allows(record.meta))
}
