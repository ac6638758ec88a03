import { ref } from 'vue'

export interface Said {
  id: number
  text: string
  tone: 'good' | 'bad'
  undo?: () => unknown
}

let next = 1

/** Short messages at the foot of the page, read out by screen readers; one that can be undone stays longer. */
export const said = ref<Said[]>([])

export function say(text: string, tone: Said['tone'] = 'good', undo?: () => unknown): void {
  const one: Said = { id: next++, text, tone, undo }
  said.value = [...said.value.slice(-2), one]
  setTimeout(() => unsay(one.id), undo ? 10_000 : 5_000)
}

export function unsay(id: number): void {
  said.value = said.value.filter((one) => one.id !== id)
}
