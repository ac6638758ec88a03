// #ifdef H5
import { h, type FunctionalComponent } from 'vue'

/**
 * The browser's own controls. uni-app draws its own button, input and label, which a keyboard does not reach and a
 * screen reader does not name; on H5 the kit uses the real ones. Style sheets name them by class: uni-app rewrites
 * every selector of theirs to its own.
 */
const native = (tag: string): FunctionalComponent<Record<string, unknown>> => {
  const component: FunctionalComponent<Record<string, unknown>> = (_, { slots, attrs }) => h(tag, { ...attrs, class: ['wq-native', attrs.class] }, slots.default?.())
  component.displayName = `Native${tag}`
  component.inheritAttrs = false
  return component
}

export const NativeButton = native('button')
export const NativeInput = native('input')
export const NativeTextarea = native('textarea')
export const NativeLabel = native('label')
export const NativeLink = native('a')
export const NativeForm = native('form')
export const NativeImage = native('img')
// #endif
