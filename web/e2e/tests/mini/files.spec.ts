import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

import { Linter } from 'eslint'

import { elementsOf, readMarkup, type Element } from '../../src/mini/markup.ts'
import { filesOf, folderOf, HOSTS } from '../../src/mini/program.ts'
import { expect, KINDS, test } from '../../src/mini/test.ts'

/** What both hosts take as one package. */
const PACKAGE_MAX = 2 * 1024 * 1024
/** What the hosts draw themselves. */
const DRAWN = ['view', 'text', 'label', 'image', 'button', 'input', 'textarea', 'switch', 'rich-text', 'scroll-view', 'block', 'slot']
/** The language and what both hosts add to it. Intl, and everything that browsers add, is on no list of theirs. */
const KNOWN = ['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'DataView', 'Date', 'Error', 'EvalError', 'Float32Array', 'Float64Array', 'Infinity', 'Int8Array', 'Int16Array', 'Int32Array', 'JSON', 'Map',
  'Math', 'NaN', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint8Array', 'Uint16Array', 'Uint32Array',
  'Uint8ClampedArray', 'WeakMap', 'WeakSet', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined',
  'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'global', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'require', 'module', 'exports']
/** Names that are asked for first (typeof …) where they are used. */
const ASKED_FOR: Record<string, string[]> = {
  'common/vendor.js': ['crypto', 'Blob', 'FormData', 'globalThis', 'window', 'atob', 'my', 'createMiniProgramApp'],
  'app/words.js': ['navigator'],
  'platform/watch.js': ['AbortController'],
}

const linter = new Linter({ configType: 'flat' })

function unknownNames(code: string, host: string): string[] {
  const messages = linter.verify(code, {
    languageOptions: { ecmaVersion: 2020, sourceType: 'script', globals: Object.fromEntries([...KNOWN, host].map((it) => [it, 'writable'])) },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { 'no-undef': 'error', 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error' },
  }, { allowInlineConfig: false })
  return [...new Set(messages.map((it) => (it.ruleId === 'no-undef' ? /'([^']+)'/.exec(it.message)?.[1] ?? it.message : it.message)))]
}

/** What the formulas of an element name, without the names that its own loops give. */
function namesIn(formula: string): string[] {
  const plain = formula.replace(/'[^']*'/g, "''")
  return Array.from(plain.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*/g), ([name]) => name).filter((it) => !['true', 'false', 'undefined', 'null'].includes(it))
}

function formulasOf(element: Element): string[] {
  const own = element.children.flatMap((it) => ('text' in it ? [it.text] : []))
  return [...Object.values(element.attributes), ...own].flatMap((it) => Array.from(it.matchAll(/\{\{([\s\S]*?)\}\}/g), ([, inner = '']) => inner))
}

/** Names that the frame around every component gives. */
const GIVEN = /^(virtualHost\w+|\$slots|[a-z]*0|index)$/

for (const kind of KINDS) {
  const host = HOSTS[kind]
  const folder = () => folderOf(kind)
  const text = (path: string) => readFileSync(join(folder(), path), 'utf8')
  const json = (path: string) => JSON.parse(text(path)) as Record<string, unknown>
  const components = () => filesOf(folder()).map((it) => it.path).filter((it) => it.endsWith(`.${host.markup}`)).map((it) => it.slice(0, -host.markup.length - 1))

  test(`${kind}: the package is within its limit, and every page in it is whole`, () => {
    expect(filesOf(folder()).reduce((sum, it) => sum + it.bytes, 0)).toBeLessThan(PACKAGE_MAX)
    const pages = (JSON.parse(readFileSync(join(folder(), '../../../src/pages.json'), 'utf8')) as { pages: { path: string }[] }).pages.map((it) => it.path)
    const app = json('app.json')
    expect(app.pages).toEqual(pages)
    for (const page of pages) for (const ending of ['js', 'json', host.markup]) expect(existsSync(join(folder(), `${page}.${ending}`)), `${page}.${ending}`).toBe(true)
    if (app.themeLocation !== undefined) expect(Object.keys(json(String(app.themeLocation)))).toEqual(['light', 'dark'])
  })

  test(`${kind}: all markup is well formed and names only what is there`, () => {
    expect(components().length).toBeGreaterThan(50)
    const wrong = components().flatMap((path) => {
      const elements = elementsOf(readMarkup(text(`${path}.${host.markup}`), path))
      const used = (json(`${path}.json`).usingComponents ?? {}) as Record<string, string>
      const code = text(`${path}.js`)
      const loops = elements.flatMap((it) => [it.attributes[`${host.name}:for-item`], it.attributes[`${host.name}:for-index`]])
      const missing = elements.flatMap(formulasOf).flatMap(namesIn).filter((it) => !loops.includes(it) && !GIVEN.test(it) && !new RegExp(`[{,]${it.replace('$', '\\$')}:`).test(code))
      return [
        ...elements.filter((it) => !(it.tag in used) && !DRAWN.includes(it.tag)).map((it) => `${path}: <${it.tag}> is nothing the host draws and no component of it`),
        ...Object.entries(used).filter(([, file]) => !existsSync(join(folder(), `${posix.join(posix.dirname(path), file)}.js`))).map(([name]) => `${path}: ${name} has no file`),
        ...missing.map((it) => `${path}: the markup names ${it}, the script never gives it`),
      ]
    })
    expect(wrong).toEqual([])
  })

  test(`${kind}: no script needs what a mini program has not`, () => {
    const scripts = filesOf(folder()).map((it) => it.path).filter((it) => it.endsWith('.js'))
    const wrong = scripts.flatMap((path) => unknownNames(text(path), host.name).filter((it) => !(ASKED_FOR[path] ?? []).includes(it)).map((it) => `${path}: ${it}`))
    expect(wrong).toEqual([])
  })
}
