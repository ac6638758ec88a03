import { readonly, ref } from 'vue'
// #ifdef H5
import { inItsOwnTask } from './tasks'
// #endif

let calm = true
// #ifdef H5
calm = false
// #endif

const standing = ref(calm)

/** Whether the first page stands. What nobody misses before, like the foot of a page, waits for it. */
export const firstStands = readonly(standing)

/** The page that the server drew makes room once the first page of the app stands in full, so that nothing jumps. */
export function firstPageStands(): void {
  // #ifdef H5
  if (standing.value) return
  document.querySelector('#first')?.remove()
  void inItsOwnTask().then(() => { standing.value = true })
  // #endif
}
