import { remember, theme as kept, type Theme } from '@wanqu/ui'
import { computed, ref, watchEffect } from 'vue'

/** Light, dark, or as the device has it; kept between visits. */
const device = window.matchMedia('(prefers-color-scheme: dark)')
const deviceDark = ref(device.matches)

export const theme = ref<Theme>(kept())
export const dark = computed(() => theme.value === 'dark' || (theme.value === 'system' && deviceDark.value))

device.addEventListener('change', (event) => (deviceDark.value = event.matches))

watchEffect(() => {
  remember(theme.value)
  // The desk's tones and Element Plus look at the attribute alone.
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'
  document.documentElement.classList.toggle('dark', dark.value)
})
