const RENEWED = 'wanqu:renewed'
const ONCE_MILLIS = 60_000

/** A page that is older than the server asks for parts that are gone: it begins anew, and not in a circle. */
export function renewAfterBuild(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(RENEWED) ?? 0)
    // Without a network a new beginning would be the end of this page.
    if (!navigator.onLine || Date.now() - last < ONCE_MILLIS) return
    sessionStorage.setItem(RENEWED, String(Date.now()))
    event.preventDefault()
    location.reload()
  })
}
