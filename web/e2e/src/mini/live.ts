import { Instance, type Definition, type Self } from './instance.ts'
import { isElement, textOf, valueOf, type Data, type Element, type Markup } from './markup.ts'

/** What the host knows of the files of a program, and what it does around a component. */
export interface Files {
  /** wx or tt: how the program's markup marks conditions and loops. */
  prefix: string
  definition(path: string): Definition
  markup(path: string): readonly Markup[]
  /** The files of the components by the names that the markup uses. */
  components(path: string): Readonly<Record<string, string>>
  identity(): Record<string, unknown>
  guard(where: string, work: () => void): void
  later(work: () => void): void
  /** Douyin draws and tells a component's events when it comes to it, WeChat at once. */
  late: boolean
}

interface Bound {
  handler: unknown
  stops: boolean
}

/** One element or text as it stands on the screen, in the words of the markup that wrote it. */
export interface View {
  tag: string
  text: string
  attributes: Record<string, unknown>
  events: Readonly<Record<string, Bound>>
  children: View[]
  owner: Live
  component?: Live
}

interface Place {
  data: Data
  /** Which round of which loops. */
  round: string
}

const EVENT = /^(bind|catch):?(.+)$/
const camel = (name: string) => name.replace(/-(\w)/g, (_, sign: string) => sign.toUpperCase())
const NOBODY: View = { tag: 'page', text: '', attributes: {}, events: {}, children: [], owner: undefined as unknown as Live }

/** A page or component on the screen: draws its markup anew whenever its data changes, and keeps the components in it. */
export class Live {
  readonly instance: Instance
  readonly children = new Map<string, Live>()
  views: View[] = []
  private seen = new Set<string>()
  private drawing = false
  private born = false
  private next?: Data
  private drawnWith: Data = {}
  private attaching = false
  private attached = false

  constructor(readonly files: Files, path: string, public host: View = NOBODY, own: Partial<Self> = {}, properties: Data = {}) {
    this.instance = new Instance(path, files.definition(path), {
      changed: () => this.changed(),
      raise: (event, detail) => this.raise(event, detail),
      select: (by) => [...this.children.values()].filter((it) => String(it.host.attributes.class ?? '').split(' ').includes(by.slice(1))).map((it) => it.instance),
      guard: files.guard,
      later: files.later,
    }, { ...files.identity(), ...own })
    this.instance.call('created')
    this.instance.setProperties(properties)
    this.born = true
    this.draw({ ...this.instance.data })
  }

  /** What a component draws while it comes on the screen comes after it. */
  attach(): void {
    if (this.attaching || this.instance.gone) return
    this.attaching = true
    this.instance.call('attached')
    this.attached = true
    for (const child of this.children.values()) child.attach()
    this.files.later(() => { if (!this.instance.gone) this.instance.call('ready') })
  }

  detach(): void {
    if (this.instance.gone) return
    this.instance.gone = true
    for (const child of this.children.values()) child.detach()
    this.instance.call('detached')
  }

  /** Events that the markup gives to functions which are not there; the hosts are silent about it, and nothing happens when one taps. */
  deaf(): string[] {
    // uni-app marks so what it has drawn once; what stands here from before is on its way.
    if (this.drawnWith.r0 === undefined) return []
    const here = (all: readonly View[]): string[] => all.flatMap((view) => [
      ...Object.entries(view.events).filter(([, { handler }]) => typeof handler !== 'string' || typeof this.instance.self[handler] !== 'function')
        .map(([event, { handler }]) => `<${view.tag}> of ${this.instance.path} gives ${event} to ${String(handler)}, which is no function of it`),
      ...here(view.children),
    ])
    return [...here(this.views), ...[...this.children.values()].flatMap((it) => it.deaf())]
  }

  /** The markup around it hears of something, if it listens. */
  private raise(type: string, detail: unknown): void {
    const { events, owner } = this.host
    const bound = events[type]
    if (bound === undefined || this.instance.gone) return
    const tell = () => this.files.guard(`${this.instance.path} tells ${type}`, () => owner.instance.handle(bound.handler, { type, detail, ...aboutNobody() }))
    if (this.files.late) this.files.later(tell)
    else tell()
  }

  /** Later means one after the other: what is within sees each change, also one that is taken back at once. */
  private changed(): void {
    const data = { ...this.instance.data }
    if (this.files.late) this.files.later(() => this.draw(data))
    else this.draw(data)
  }

  private draw(data: Data): void {
    if (!this.born || this.instance.gone) return
    this.next = data
    if (this.drawing) return
    while (this.next !== undefined) {
      const now = this.next
      this.next = undefined
      this.drawing = true
      this.seen = new Set()
      this.files.guard(`markup of ${this.instance.path}`, () => {
        this.views = this.drawn(this.files.markup(this.instance.path), { data: now, round: '' })
      })
      this.drawing = false
      this.drawnWith = now
      for (const [key, child] of this.children) {
        if (this.seen.has(key)) continue
        this.children.delete(key)
        child.detach()
      }
    }
    if (this.attached) [...this.children.values()].forEach((it) => it.attach())
  }

  private drawn(all: readonly Markup[], place: Place): View[] {
    let taken = true
    return all.flatMap((it) => {
      if (!isElement(it)) {
        const text = textOf(it.text, place.data)
        return text === '' ? [] : [{ ...NOBODY, tag: '', text, owner: this }]
      }
      const on = (word: string) => it.attributes[`${this.files.prefix}:${word}`]
      const [first, next] = [on('if'), on('elif')]
      if (first !== undefined) taken = Boolean(valueOf(first, place.data))
      else if (next !== undefined || on('else') !== undefined) {
        if (taken) return []
        taken = next === undefined || Boolean(valueOf(next, place.data))
      } else taken = true
      return taken ? this.repeated(it, on('for'), place) : []
    })
  }

  private repeated(element: Element, list: string | undefined, place: Place): View[] {
    if (list === undefined) return this.one(element, place)
    const word = (name: string, otherwise: string) => element.attributes[`${this.files.prefix}:${name}`] ?? otherwise
    const items = valueOf(list, place.data)
    if (!Array.isArray(items) && items !== undefined) throw new Error(`${this.instance.path}: ${list} is no list`)
    const keys = new Set<string>()
    return ((items ?? []) as unknown[]).flatMap((item, index) => {
      const key = word('key', '')
      const round = key === '' ? String(index) : String(key === '*this' ? item : (item as Data)[key])
      if (keys.has(round)) throw new Error(`${this.instance.path}: two of ${list} have the key ${round}`)
      keys.add(round)
      return this.one(element, { data: { ...place.data, [word('for-item', 'item')]: item, [word('for-index', 'index')]: index }, round: `${place.round}/${round}` })
    })
  }

  private one(element: Element, place: Place): View[] {
    if (element.tag === 'block') return this.drawn(element.children, place)
    const attributes: Record<string, unknown> = {}
    const events: Record<string, Bound> = {}
    for (const [name, source] of Object.entries(element.attributes)) {
      if (name.startsWith(`${this.files.prefix}:`)) continue
      const event = EVENT.exec(name)
      if (event === null) attributes[name] = source === '' ? true : valueOf(source, place.data)
      else events[event[2] ?? ''] = { handler: valueOf(source, place.data), stops: event[1] === 'catch' }
    }
    if (Array.isArray(attributes.class)) attributes.class = attributes.class.filter(Boolean).join(' ')
    const view: View = { tag: element.tag, text: '', attributes, events, children: this.drawn(element.children, place), owner: this }
    const file = this.files.components(this.instance.path)[element.tag]
    if (file !== undefined) view.component = this.component(`${element.at}${place.round}`, file, view)
    return [view]
  }

  private component(key: string, file: string, host: View): Live {
    if (this.seen.has(key)) throw new Error(`${this.instance.path}: two components in one place`)
    this.seen.add(key)
    const properties = Object.fromEntries(Object.entries(host.attributes).map(([name, value]) => [camel(name), value]))
    const there = this.children.get(key)
    if (there === undefined) {
      const made = new Live(this.files, file, host, {}, properties)
      this.children.set(key, made)
      return made
    }
    there.host = host
    there.instance.setProperties(properties)
    return there
  }
}

export const aboutNobody = () => ({ timeStamp: Date.now(), target: { id: '', dataset: {} }, currentTarget: { id: '', dataset: {} }, mark: {} })
