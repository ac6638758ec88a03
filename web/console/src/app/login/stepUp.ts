import { ref } from 'vue'

let settle: ((done: boolean) => void) | null = null
let waiting: Promise<boolean> | null = null

export const stepUpOpen = ref(false)

/** Asks who is there; several calls that need it at once share one dialog. */
export function askStepUp(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    settle = resolve
    stepUpOpen.value = true
  })
  return waiting
}

export function endStepUp(done: boolean): void {
  stepUpOpen.value = false
  settle?.(done)
  settle = waiting = null
}
