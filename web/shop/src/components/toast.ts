import { ref } from 'vue'

const SHOWN_MILLIS = 4_000

export interface Toast {
  text: string
  kind: 'good' | 'bad'
}

export const toast = ref<Toast>()
let clock: ReturnType<typeof setTimeout> | undefined

/** Says in passing what has just happened; screen readers hear it too. */
export function say(text: string, kind: Toast['kind'] = 'good'): void {
  clearTimeout(clock)
  toast.value = { text, kind }
  clock = setTimeout(() => { toast.value = undefined }, SHOWN_MILLIS)
}
