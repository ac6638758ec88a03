import { ref, type App } from 'vue'
import { aborted } from './problem'

/** A mistake in the page itself. The shell shows it in place of the page, so that nobody looks at a half-drawn one. */
export const broken = ref<Error | null>(null)

export function watchEverything(app: App): void {
  app.config.errorHandler = (thrown) => {
    if (aborted(thrown)) return
    reportError(thrown)
    broken.value = thrown instanceof Error ? thrown : new Error(String(thrown))
  }
  // A page that was open while a new version was put in place asks for parts that are gone; it is loaded anew, once.
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem('wanqu.reloaded') ?? 0)
    if (Date.now() - last < 10_000) return
    event.preventDefault()
    sessionStorage.setItem('wanqu.reloaded', String(Date.now()))
    location.reload()
  })
}
