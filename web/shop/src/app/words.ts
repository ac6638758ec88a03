import { computed, ref } from 'vue'
import en from '../locales/en.json'
import zh from '../locales/zh-CN.json'
import { storage } from '../platform/storage'

export type Language = 'zh-CN' | 'en'
export type Key = keyof typeof zh
type Facts = Record<string, string | number>

const WORDS: Record<Language, Readonly<Record<string, string>>> = { 'zh-CN': zh, en }

function first(): Language {
  const chosen = storage.read<Language | ''>('language', '')
  if (chosen !== '') return chosen
  // #ifdef H5
  const told = document.documentElement.lang
  if (told === 'en' || told === 'zh-CN') return told
  // #endif
  const device = typeof navigator === 'undefined' ? uni.getLocale() : navigator.language
  return device.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export const language = ref<Language>(first())

export function speak(wanted: Language): void {
  language.value = wanted
  storage.write('language', wanted)
  announce()
}

/** Tells browsers and screen readers which language this is. */
export function announce(): void {
  // #ifdef H5
  document.documentElement.lang = language.value
  // #endif
}

/** The words of a key; {facts} are put in. Plurals of English choose between two halves by {count}: "one code|{count} codes". */
export function t(key: Key, facts: Facts = {}): string {
  const text = WORDS[language.value][key] ?? key
  const halves = text.split('|')
  const said = halves.length === 2 ? halves[Number(facts.count) === 1 ? 0 : 1] ?? text : text
  return said.replace(/\{(\w+)}/g, (_, name: string) => String(facts[name] ?? ''))
}

/** Words for a value of the server, e.g. an order's state; the value itself where it is news to this page. */
export function tOf(group: string, value: string): string {
  return WORDS[language.value][`${group}.${value}`] ?? value
}

export const otherLanguage = computed<Language>(() => language.value === 'en' ? 'zh-CN' : 'en')

export function time(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
