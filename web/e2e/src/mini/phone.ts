import { Live } from './live.ts'
import { HOSTS, Program, type Kind } from './program.ts'
import { Screen } from './screen.ts'
import { wires, type Wires } from './wires.ts'

const PAGES_MAX = 10
/** What a page does so soon belongs to what it does now. */
const SOON_MILLIS = 50

/** What a test decides about the phone that the program runs on. */
export interface Held {
  /** Where the server is: the program is built for none. */
  server: string
  /** The shop that takes the place of the one the program was built for. */
  shop: string
  /** The network that it calls from. */
  address: string
  language?: string
  /** What the platform's log-in answers. */
  code?: () => Promise<string>
  /** The platform's own sheet for paying: true when the buyer paid. */
  pay?: (options: Record<string, unknown>) => Promise<boolean>
}

type Given = Record<string, unknown>

/** A telephone with one mini program on it. */
export class Phone {
  readonly troubles: string[] = []
  readonly storage: Map<string, string>
  readonly titles: string[] = []
  private readonly program: Program
  private readonly wires: Wires
  private readonly stack: Live[] = []
  private readonly addresses = new WeakMap<Live, string>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly soon = new Set<NodeJS.Timeout>()
  private app: Given = {}
  private count = 0

  /** @param before a phone on which the program ran before: what it stored is there still */
  constructor(readonly kind: Kind, readonly held: Held, before?: Phone) {
    this.storage = before?.storage ?? new Map<string, string>()
    this.wires = wires(this)
    this.program = new Program(kind, this.globals())
  }

  get page(): Screen {
    return new Screen(this.top)
  }

  /** Where it is, as /pages/…?…. */
  get at(): string {
    return this.addresses.get(this.top) ?? ''
  }

  /** All that it has. */
  get pages(): readonly string[] {
    return this.program.app.pages
  }

  private get top(): Live {
    const top = this.stack.at(-1)
    if (top === undefined) throw new Error('no page is open')
    return top
  }

  /** Starts the program on a page, as a tap on its icon or on a shared card does. */
  start(url = `/${this.program.app.pages[0] ?? ''}`): void {
    this.guard('app.js', () => this.program.require('app.js'))
    const [path = '', query = ''] = url.slice(1).split('?')
    const told = { path, query: read(query), scene: 1001, referrerInfo: {} }
    this.life(this.app, 'onLaunch', told)
    this.life(this.app, 'onShow', told)
    this.open(url)
  }

  /** Waits until nothing is asked of the server any more, and what it said is on the screen. */
  async settled(): Promise<void> {
    const busy = () => this.wires.open.size > 0 || this.soon.size > 0
    for (let quiet = 0; quiet < 3; quiet = busy() ? 0 : quiet + 1) await new Promise((go) => setTimeout(go, 15))
  }

  navigate(how: 'navigateTo' | 'redirectTo' | 'reLaunch', url: string): string | undefined {
    const path = url.split('?')[0]?.slice(1) ?? ''
    if (!url.startsWith('/') || !this.program.app.pages.includes(path)) return `${how}:fail page "${url}" is not found`
    if (how === 'navigateTo' && this.stack.length >= PAGES_MAX) return `${how}:fail webview count limit exceed`
    if (how === 'redirectTo') this.close()
    if (how === 'reLaunch') while (this.stack.length > 0) this.close()
    this.open(url)
    return undefined
  }

  back(): void {
    if (this.stack.length < 2) return
    this.close()
    this.life(this.top.instance.self, 'onShow')
  }

  /** Ends the program, as a swipe does, and tells what went wrong while it ran. */
  end(): string[] {
    while (this.stack.length > 0) this.close()
    this.timers.forEach((it) => clearTimeout(it))
    this.wires.cut()
    return this.troubles
  }

  /** Runs a part of the program; what it throws, the host would only log. */
  guard(where: string, work: () => unknown): void {
    try {
      const done = work()
      if (done instanceof Promise || typeof (done as PromiseLike<unknown> | undefined)?.then === 'function') {
        (done as PromiseLike<unknown>).then(undefined, (error: unknown) => this.note(where, error))
      }
    } catch (error) {
      this.note(where, error)
    }
  }

  note(where: string, error: unknown): void {
    this.troubles.push(`${where}: ${(error as Error | undefined)?.stack ?? String(error)}`)
  }

  later(work: () => void, millis = 0): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      this.guard('a timer', work)
      this.soon.delete(timer)
    }, millis)
    this.timers.add(timer)
    if (millis <= SOON_MILLIS) this.soon.add(timer)
    return timer
  }

  private open(url: string): void {
    const [path = '', query = ''] = url.slice(1).split('?')
    const page = new Live(this.files(), path, undefined, { route: path, __route__: path, ...(this.kind === 'toutiao' ? { __nodeId__: 0, __nodeid__: 0 } : {}) })
    this.stack.push(page)
    this.addresses.set(page, url)
    page.attach()
    this.life(page.instance.self, 'onLoad', read(query))
    this.life(page.instance.self, 'onShow')
    this.later(() => { if (!page.instance.gone) this.life(page.instance.self, 'onReady') })
  }

  private close(): void {
    const page = this.stack.pop()
    if (page === undefined) return
    this.troubles.push(...page.deaf())
    this.life(page.instance.self, 'onUnload')
    page.detach()
  }

  private life(whose: Given, name: string, told?: unknown): void {
    const hook = whose[name]
    if (typeof hook === 'function') this.guard(name, () => (hook as (it: unknown) => unknown).call(whose, told))
  }

  private files() {
    const { program } = this
    return {
      prefix: program.prefix,
      late: HOSTS[this.kind].late,
      definition: (path: string) => program.definition(path),
      markup: (path: string) => program.markup(path),
      components: (path: string) => program.components(path),
      identity: () => ({ __wxExparserNodeId__: ++this.count, __wxWebviewId__: this.stack.length, __webviewId__: this.stack.length, __nodeId__: this.count, __nodeid__: this.count }),
      guard: (where: string, work: () => void) => this.guard(where, work),
      later: (work: () => void) => { this.later(work) },
    }
  }

  private globals(): Given {
    const written = (...said: unknown[]) => this.note('written to the console', said.map((it) => (it as Error | undefined)?.stack ?? String(it)).join(' '))
    const interval = (work: () => void, millis: number) => {
      const timer = setInterval(() => this.guard('a timer', work), millis)
      this.timers.add(timer)
      return timer
    }
    const clear = (timer: NodeJS.Timeout | undefined) => {
      clearTimeout(timer)
      if (timer === undefined) return
      this.timers.delete(timer)
      this.soon.delete(timer)
    }
    return {
      [HOSTS[this.kind].name]: this.wires.api,
      App: (options: Given) => { this.app = options },
      getApp: () => this.app,
      getCurrentPages: () => this.stack.map((it) => it.instance.self),
      setTimeout: (work: () => void, millis?: number) => this.later(work, millis),
      setInterval: interval,
      clearTimeout: clear,
      clearInterval: clear,
      console: { log: () => undefined, info: () => undefined, debug: () => undefined, warn: written, error: written },
    }
  }
}

/** The hosts take a query apart and leave its values as they came. */
const read = (query: string): Record<string, string> => Object.fromEntries(query.split('&').filter(Boolean).map((pair) => {
  const [name = '', value = 'undefined'] = pair.split('=')
  return [name, value]
}))
