import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import en from '../src/locales/en.json'
import zh from '../src/locales/zh-CN.json'

const SRC = fileURLToPath(new URL('../src', import.meta.url))
/** Said of values of the server: their keys are put together at run time. */
const GROUPS = ['orderState', 'orderTitle', 'orderNext', 'paymentState', 'rail', 'caseKind', 'caseState', 'caseNext', 'caseAuthor', 'walletKind', 'walletLimit', 'purpose', 'purposeText', 'dataField', 'exportState', 'theme']

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.(vue|ts)$/.test(name) ? [path] : []
  })
}

const source = files(SRC).map((path) => readFileSync(path, 'utf8')).join('\n')
const named = new Set(Array.from(source.matchAll(/'([a-z][A-Za-z]*\.[A-Za-z]+)'/g), ([, key]) => key as string))
const keys = Object.keys(zh)

describe('the words', () => {
  it('are said in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(keys.sort())
  })

  it('hold the same facts in both languages', () => {
    const facts = (text: string) => [...new Set(text.match(/\{\w+}/g) ?? [])].sort()
    const differing = keys.filter((key) => facts(zh[key as keyof typeof zh]).join() !== facts(en[key as keyof typeof en]).join())
    expect(differing).toEqual([])
  })

  it('are all used', () => {
    expect(keys.filter((key) => !named.has(key) && !GROUPS.includes(key.split('.')[0] ?? ''))).toEqual([])
  })

  it('are all there', () => {
    const groups = new Set(keys.map((key) => key.split('.')[0]))
    const missing = [...named].filter((key) => groups.has(key.split('.')[0] ?? '') && !keys.includes(key) && new RegExp(`\\bt\\([^)]*'${key.replace('.', '\\.')}'`).test(source))
    expect(missing).toEqual([])
  })

  it('are never written into a page', () => {
    const written = files(SRC).filter((path) => path.endsWith('.vue')).filter((path) => {
      const template = /<template>[\s\S]*<\/template>/.exec(readFileSync(path, 'utf8'))?.[0] ?? ''
      return /[\u4e00-\u9fff]/.test(template.replace('中文', ''))
    })
    expect(written).toEqual([])
  })
})
