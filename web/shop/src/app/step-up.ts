import { ref } from 'vue'

/** Somebody signed in is asked once more who he is, before something that can't be taken back. */
export const asked = ref<((proved: boolean) => void) | undefined>()

export function stepUp(): Promise<boolean> {
  asked.value?.(false)
  return new Promise((answer) => {
    asked.value = (proved) => {
      asked.value = undefined
      answer(proved)
    }
  })
}
