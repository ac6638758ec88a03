import { remember, theme as kept, type Theme } from '@wanqu/ui'
import { ref } from 'vue'

export const theme = ref<Theme>('system')

/** Only browsers let a page choose; a mini program follows its host. */
export function bootTheme(): void {
  // #ifdef H5
  choose(kept())
  // #endif
}

export function choose(wanted: Theme): void {
  theme.value = wanted
  // #ifdef H5
  remember(wanted)
  // #endif
}
