import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '../src')
const languages = ['zh-CN', 'en'] as const

/** Keys that are put together while the page runs: the part before `${`, and why they exist. */
const BUILT = /[`'"]([a-z][\w-]*\.[\w.-]*)\$\{/g
const WHOLE = /['"`]([a-z][\w-]*\.[A-Za-z][\w-]*)['"`]/g

function words(language: string): Map<string, string> {
  const folder = join(source, 'locales', language)
  return new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>)
      .map(([key, text]) => [`${name.slice(0, -'.json'.length)}.${key}`, text] as [string, string])))
}

function code(folder = source): string {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.name !== 'locales').map((entry) =>
    entry.isDirectory() ? code(join(folder, entry.name)) : readFileSync(join(folder, entry.name), 'utf8')).join('\n')
}

const all = code()
const whole = new Set([...all.matchAll(WHOLE)].map((found) => found[1] ?? ''))
const built = [...new Set([...all.matchAll(BUILT)].map((found) => found[1] ?? ''))]
const zh = words('zh-CN')
const en = words('en')
const features = new Set([...zh.keys()].map((key) => key.split('.')[0]))

describe('words', () => {
  it('are the same in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('exist for every key that the pages name', () => {
    const asked = [...all.matchAll(/\bt(?:Or)?\(\s*['"]([\w-]+\.[\w-]+)['"]/g)].map((found) => found[1] ?? '')
    const titled = [...all.matchAll(/title: ['"]([\w-]+\.[\w-]+)['"]/g)].map((found) => found[1] ?? '').filter((key) => features.has(key.split('.')[0]))
    expect([...new Set([...asked, ...titled])].filter((key) => !zh.has(key))).toEqual([])
  })

  it('are all used', () => {
    const used = (key: string): boolean => whole.has(key) || built.some((start) => key.startsWith(start))
    expect([...zh.keys()].filter((key) => !used(key))).toEqual([])
  })

  it('have the same places to fill in both languages', () => {
    const places = (text: string | undefined): string[] => [...new Set([...(text ?? '').matchAll(/\{\w+\}/g)].map((found) => found[0]))].sort()
    for (const [key, text] of zh) expect([key, places(en.get(key))]).toEqual([key, places(text)])
  })

  it.each(languages)('are said in %s, none of them empty', (language) => {
    expect([...words(language)].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})
