import { onActivated, onMounted, watchEffect, ref } from 'vue'
import { useShop } from './shop'

/** Names the page, in the browser's tab or in the bar of the mini program, whenever it is the one in sight. */
export function useTitle(title: () => string): void {
  const { shop } = useShop()
  const shown = ref(0)
  onMounted(() => shown.value++)
  onActivated(() => shown.value++)
  watchEffect(() => {
    const name = shop.value?.name ?? ''
    const words = [title(), name].filter((it) => it !== '')
    if (shown.value === 0 || words.length === 0) return
    // #ifdef H5
    document.title = [...new Set(words)].join(' · ')
    // #endif
    // #ifndef H5
    uni.setNavigationBarTitle({ title: words[0] ?? '' })
    // #endif
  })
}
