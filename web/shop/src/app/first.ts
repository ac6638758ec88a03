// #ifdef H5
let shown = true
// #endif

/** The page that the server drew makes room once the first page of the app stands in full, so that nothing jumps. */
export function firstPageStands(): void {
  // #ifdef H5
  if (!shown) return
  shown = false
  document.querySelector('#first')?.remove()
  // #endif
}
