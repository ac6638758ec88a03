import { entry } from '../app/entry'

const mine = (name: string) => `wanqu:${entry.shop}:${name}`

/** What this device remembers. Where it may not remember (private windows), it forgets instead of failing. */
export const storage = {
  read<T>(name: string, otherwise: T): T {
    try {
      const text = uni.getStorageSync(mine(name)) as string
      return text ? JSON.parse(text) as T : otherwise
    } catch {
      return otherwise
    }
  },

  write(name: string, value: unknown): void {
    try {
      uni.setStorageSync(mine(name), JSON.stringify(value))
    } catch {
      // Full or forbidden: the page goes on with what it has in memory.
    }
  },

  remove(name: string): void {
    try {
      uni.removeStorageSync(mine(name))
    } catch {
      // The same.
    }
  },

  /** Hears what another tab of the same shop wrote. */
  onOther(name: string, hear: () => void): void {
    // #ifdef H5
    window.addEventListener('storage', (event) => {
      if (event.key === mine(name)) hear()
    })
    // #endif
  },
}
