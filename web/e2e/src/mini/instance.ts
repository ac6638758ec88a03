import type { Data } from './markup.ts'

type Method = (this: unknown, ...given: unknown[]) => unknown
type Observer = (this: unknown, value: unknown, before?: unknown) => void

/** What a file hands to Component(…). */
export interface Definition {
  options?: Record<string, unknown>
  properties?: Record<string, { value?: unknown, observer?: Observer } | null>
  observers?: Record<string, Observer>
  data?: Record<string, unknown>
  methods?: Record<string, Method>
  lifetimes?: Partial<Record<'created' | 'attached' | 'ready' | 'detached', Method>>
  created?: Method
  attached?: Method
  ready?: Method
  detached?: Method
}

/** What a component says to the markup that holds it. */
export type Raise = (event: string, detail: unknown) => void

export interface Surroundings {
  changed: () => void
  raise: Raise
  select: (by: string) => Instance[]
  guard: (where: string, work: () => void) => void
  later: (work: () => void) => void
}

const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null') ?? undefined

/** Puts a value where a path like list[0].name leads. */
function put(all: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  const last = steps.pop() ?? ''
  let here = all
  steps.forEach((step, at) => {
    if (typeof here[step] !== 'object' || here[step] === null) here[step] = /^\d+$/.test(steps[at + 1] ?? last) ? [] : {}
    here = here[step] as Record<string, unknown>
  })
  here[last] = value
}

/** The fields and functions by which a page or a component knows itself there. */
export interface Self extends Record<string, unknown> {
  data: Record<string, unknown>
}

/** One page or component that lives: its data, what it may ask of its host, and its life-cycle. */
export class Instance {
  readonly self: Self
  gone = false

  constructor(readonly path: string, readonly definition: Definition, private readonly around: Surroundings, own: Record<string, unknown>) {
    const data: Record<string, unknown> = { ...copied(definition.data ?? {}) as object }
    for (const [name, property] of Object.entries(definition.properties ?? {})) data[name] = copied(property?.value)
    this.self = {
      is: path, data, properties: data, dataset: {}, ...own, ...definition.methods,
      setData: (patch: Record<string, unknown>, done?: () => void) => this.setData(patch, done),
      triggerEvent: (event: string, detail?: unknown) => around.raise(event, detail),
      selectComponent: (by: string) => around.select(by)[0]?.self ?? null,
      selectAllComponents: (by: string) => around.select(by).map((it) => it.self),
      createSelectorQuery: () => { throw new Error('the pages measure nothing') },
      createIntersectionObserver: () => { throw new Error('the pages observe nothing') },
      getOpenerEventChannel: () => ({ on: () => undefined, emit: () => undefined }),
    }
  }

  get data(): Data {
    return this.self.data
  }

  call(name: 'created' | 'attached' | 'ready' | 'detached'): void {
    const life = this.definition.lifetimes?.[name] ?? this.definition[name]
    if (life !== undefined) this.around.guard(`${this.path} ${name}`, () => life.call(this.self))
  }

  /** What the markup around it gives it; only what it declares. */
  setProperties(given: Data): void {
    for (const [name, value] of Object.entries(given)) {
      const property = this.definition.properties?.[name]
      if (property === undefined) continue
      const before = this.self.data[name]
      if (before === value || JSON.stringify(before) === JSON.stringify(value)) continue
      this.self.data[name] = copied(value)
      this.around.guard(`${this.path} hears of ${name}`, () => {
        property?.observer?.call(this.self, value, before)
        this.definition.observers?.[name]?.call(this.self, value)
      })
      this.around.changed()
    }
  }

  private setData(patch: Record<string, unknown>, done?: () => void): void {
    for (const [path, value] of Object.entries(patch)) {
      this.around.guard(`${this.path} setData`, () => {
        if (typeof value === 'function' || typeof value === 'symbol') throw new Error(`the hosts carry JSON to the screen, and ${path} is a ${typeof value}`)
      })
      put(this.self.data, path, copied(value))
    }
    this.around.changed()
    if (done !== undefined) this.around.later(() => this.around.guard(`${this.path} setData`, done))
  }

  /** Runs the function that the markup names for an event. */
  handle(name: unknown, event: object): unknown {
    const handler = typeof name === 'string' ? this.self[name] : undefined
    if (typeof handler !== 'function') throw new Error(`${this.path} has no handler ${String(name)}`)
    return (handler as Method).call(this.self, event)
  }
}
