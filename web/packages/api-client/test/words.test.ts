import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { properties, source, words } from '../scripts/generate.mjs'
import { Problem, problemWords, tell } from '../src'

const root = new URL('../../../../', import.meta.url)

describe('what is generated', () => {
  it('is of the description and the words as they are now; npm run generate writes it anew', () => {
    expect(readFileSync(new URL('../target/source.txt', import.meta.url), 'utf8')).toBe(source())
  })

  it('reads the files of the server', () => {
    expect(properties('# a remark\na.b=c = d\\: e\n\na.b.detail=Is {x}.\n')).toEqual({ 'a.b': 'c = d: e', 'a.b.detail': 'Is {x}.' })
  })
})

describe('words', () => {
  const codes = readdirSync(new URL('docs/problems', root)).filter((name) => /^[a-z-]+\.[a-z-]+\.md$/.test(name)).map((name) => name.slice(0, -3))

  it.each(['zh-CN', 'en'] as const)('are there for every problem in %s', async (language) => {
    const said = await problemWords(language)

    expect(codes.length).toBeGreaterThan(100)
    expect(codes.filter((code) => !said[code])).toEqual([])
  })

  it('are the same in both languages', () => {
    const { en, 'zh-CN': chinese } = words()

    expect(Object.keys(chinese).sort()).toEqual(Object.keys(en).sort())
  })

  it('hold the facts', async () => {
    expect(tell(new Problem('catalog.unknown-sku', { sku: '7' }), await problemWords('en')))
      .toEqual({ title: 'There is no such SKU', detail: 'There is no SKU 7.' })
    expect(tell(new Problem('client.offline'), await problemWords('zh-CN')).title).toBe('网络不可用')
    expect(tell(new Problem('a.code-of-tomorrow'), await problemWords('en')).title).toBe('That did not work')
  })
})
