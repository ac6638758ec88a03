import { problemWords, tell, type Problem, type ProblemWords, type Told } from '@wanqu/api-client'
import { ref, shallowRef } from 'vue'

/** Words of the desk: one file a feature below src/locales/<language>, keys written `feature.key`. */
export type Language = 'zh-CN' | 'en'
type Words = Record<string, string>
type Values = Record<string, string | number>

const loaders = {
  'zh-CN': () => import('../locales/zh-CN'),
  en: () => import('../locales/en'),
}

export const languages: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }
export const language = ref<Language>(chosen())
const words = shallowRef<Words>({})
const refusals = shallowRef<ProblemWords>({})

function chosen(): Language {
  const kept = localStorage.getItem('wanqu.language')
  if (kept === 'zh-CN' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Loads the words of a language and shows them from then on. */
export async function speak(wanted: Language = language.value): Promise<void> {
  const [spoken, refused] = await Promise.all([loaders[wanted](), problemWords(wanted)])
  words.value = spoken.default
  refusals.value = refused
  language.value = wanted
  localStorage.setItem('wanqu.language', wanted)
  document.documentElement.lang = wanted
}

/** A refusal in words: from the server's own list, the one place where they stand. */
export function told(problem: Problem): Told {
  return tell(problem, refusals.value)
}

/** The words for a key; `{name}` is replaced, and `one | many` is chosen by `n`. A missing key shows itself. */
export function t(key: string, values: Values = {}): string {
  const text = words.value[key]
  return text === undefined ? key : filled(text, values)
}

/** The words for a key that may be unknown, such as a state the server has and this page has not. */
export function tOr(key: string, otherwise: string, values: Values = {}): string {
  const text = words.value[key]
  return text === undefined ? otherwise : filled(text, values)
}

function filled(text: string, values: Values): string {
  const forms = text.split(' | ')
  const form = (forms.length === 2 && values.n !== 1 ? forms[1] : forms[0]) ?? text
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
