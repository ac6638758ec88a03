import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, Script, type Context } from 'node:vm'

import type { Definition } from './instance.ts'
import { readMarkup, type Markup } from './markup.ts'

export type Kind = 'weixin' | 'toutiao'

/** How the two hosts differ where it can be seen from here. */
export const HOSTS = {
  weixin: { name: 'wx', markup: 'wxml', late: false },
  toutiao: { name: 'tt', markup: 'ttml', late: true },
} as const

const BUILT = join(dirname(fileURLToPath(import.meta.url)), '../../../shop/dist/build')

/** Names that the hosts hide from every file, though their engines may have something of that name. */
const HIDDEN = ['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'Caches', 'screen', 'alert', 'confirm', 'prompt',
  'XMLHttpRequest', 'WebSocket', 'Reporter', 'webkit', 'WeixinJSCore']
/** What Node's own engine has and a telephone's may not. */
const MISSING = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']

/** The files of a built program, and the world they run in: the language itself, and what the host gives, and nothing of a browser. */
export class Program {
  readonly folder: string
  readonly prefix: string
  readonly app: { pages: string[] }
  private readonly context: Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly definitions = new Map<string, Definition>()
  private readonly markups = new Map<string, Markup[]>()
  private readonly used = new Map<string, Record<string, string>>()
  private loading = ''

  constructor(readonly kind: Kind, globals: Record<string, unknown>) {
    this.folder = folderOf(kind)
    this.prefix = HOSTS[kind].name
    this.app = this.json('app.json') as { pages: string[] }
    const define = (options: Definition) => { this.definitions.set(this.loading, options) }
    this.context = createContext({ ...globals, Page: define, Component: define, Behavior: (options: object) => options, global: {} },
      { codeGeneration: { strings: false, wasm: false } })
    new Script(MISSING.map((it) => `delete globalThis.${it}`).join(';')).runInContext(this.context)
  }

  require(path: string): unknown {
    const known = this.modules.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(path, module)
    const source = `(function (require, module, exports, ${HIDDEN.join(', ')}) {${readFileSync(join(this.folder, path), 'utf8')}\n})`
    const run = new Script(source, { filename: `${this.kind}/${path}` }).runInContext(this.context) as (...given: unknown[]) => void
    run.call(undefined, (name: string) => this.require(posix.join(posix.dirname(path), name)), module, module.exports)
    return module.exports
  }

  definition(path: string): Definition {
    if (!this.definitions.has(path)) {
      this.loading = path
      this.require(`${path}.js`)
    }
    const found = this.definitions.get(path)
    if (found === undefined) throw new Error(`${path}.js makes no component`)
    return found
  }

  markup(path: string): Markup[] {
    const file = `${path}.${HOSTS[this.kind].markup}`
    const found = this.markups.get(file) ?? readMarkup(readFileSync(join(this.folder, file), 'utf8'), file)
    this.markups.set(file, found)
    return found
  }

  components(path: string): Record<string, string> {
    const known = this.used.get(path)
    if (known !== undefined) return known
    const { usingComponents = {} } = this.json(`${path}.json`) as { usingComponents?: Record<string, string> }
    const found = Object.fromEntries(Object.entries(usingComponents).map(([name, file]) => [name, file.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(path), file)]))
    this.used.set(path, found)
    return found
  }

  json(path: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, path), 'utf8'))
  }
}

export function folderOf(kind: Kind): string {
  const folder = join(BUILT, `mp-${kind}`)
  if (!existsSync(join(folder, 'app.json'))) throw new Error(`${folder} is not there; build it first (npm run build -w shop -- mp-${kind})`)
  return folder
}

/** Every file of a program, with what it weighs. */
export const filesOf = (folder: string): { path: string, bytes: number }[] => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name))
  .map((file) => ({ path: file.slice(folder.length + 1).replaceAll('\\', '/'), bytes: statSync(file).size }))
