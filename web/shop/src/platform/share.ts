import { copy } from './clipboard'

export type Shared = 'shared' | 'copied' | 'failed' | 'given-up'

/** By the device's own sheet where it has one, else by the clipboard. */
export async function share(title: string, url: string): Promise<Shared> {
  // #ifdef H5
  if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch (error) {
      if ((error as Error).name === 'AbortError') return 'given-up'
    }
  }
  // #endif
  return await copy(`${title}\n${url}`) ? 'copied' : 'failed'
}
