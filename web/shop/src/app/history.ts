import { createWebHistory as ownHistory, type RouterHistory } from 'vue-router/dist/vue-router.mjs'
import { entry } from './entry'
import { toInternal, toPublic } from './routes'

export * from 'vue-router/dist/vue-router.mjs'

/**
 * Stands before vue-router in the H5 build: uni-app's router knows pages by their files (/pages/product/index?id=1), the
 * address bar shows what people share (/s/demo/p/1). Both are translated here and nowhere else.
 */
export function createWebHistory(): RouterHistory {
  const history = ownHistory('')
  const base = entry.base
  return {
    base: '',
    get location() {
      return toInternal(history.location, base)
    },
    get state() {
      return history.state
    },
    push: (to, data) => history.push(toPublic(to, base), data),
    replace: (to, data) => history.replace(toPublic(to, base), data),
    go: (delta, triggerListeners) => history.go(delta, triggerListeners),
    listen: (callback) => history.listen((to, from, information) => callback(toInternal(to, base), toInternal(from, base), information)),
    createHref: (location) => toPublic(location, base),
    destroy: () => history.destroy(),
  }
}
