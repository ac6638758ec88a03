/** A piece of a mini program's markup (WXML, TTML). */
export type Markup = Text | Element

export interface Text {
  text: string
}

export interface Element {
  /** Its number in the file, by which the same element is known again when its page changes. */
  at: number
  tag: string
  attributes: Readonly<Record<string, string>>
  children: Markup[]
}

export const isElement = (it: Markup): it is Element => 'tag' in it

const NAME = /[A-Za-z_][\w:.-]*/y
const SPACE = /\s*/y
const VALUE = /="([^"]*)"/y

/** Strict where the hosts' own compilers are: every element is ended, every value stands in quotes, no attribute comes twice. */
class Reader {
  private at = 0
  private count = 0

  constructor(private readonly source: string, private readonly file: string) {}

  read(): Markup[] {
    const all = this.children()
    if (this.at < this.source.length) this.refuse('an end without a beginning')
    return all
  }

  private children(): Markup[] {
    const found: Markup[] = []
    while (this.at < this.source.length && !this.source.startsWith('</', this.at)) {
      if (this.source.startsWith('<!--', this.at)) this.at = this.after('-->')
      else if (this.source[this.at] === '<') found.push(this.element())
      else found.push(this.text())
    }
    return found
  }

  private text(): Text {
    const from = this.at
    while (this.at < this.source.length && this.source[this.at] !== '<') this.at = this.source.startsWith('{{', this.at) ? this.after('}}') : this.at + 1
    return { text: this.source.slice(from, this.at) }
  }

  private element(): Element {
    this.at++
    const at = this.count++
    const tag = this.take(NAME, 'a name')
    const attributes = this.attributes()
    if (this.source.startsWith('/>', this.at)) {
      this.at += 2
      return { at, tag, attributes, children: [] }
    }
    if (this.source[this.at] !== '>') this.refuse(`<${tag}> is not closed`)
    this.at++
    const children = this.children()
    if (!this.source.startsWith(`</${tag}>`, this.at)) this.refuse(`<${tag}> is not ended`)
    this.at += tag.length + 3
    return { at, tag, attributes, children }
  }

  private attributes(): Record<string, string> {
    const all: Record<string, string> = {}
    for (;;) {
      this.take(SPACE, 'space')
      if (this.source[this.at] === '>' || this.source.startsWith('/>', this.at)) return all
      const name = this.take(NAME, 'an attribute')
      if (name in all) this.refuse(`${name} comes twice`)
      all[name] = this.source[this.at] === '=' ? this.take(VALUE, `a value of ${name} in quotes`) : ''
    }
  }

  private take(what: RegExp, name: string): string {
    what.lastIndex = this.at
    const found = what.exec(this.source)
    if (found === null) this.refuse(`${name} is missing`)
    this.at += found[0].length
    return found[1] ?? found[0]
  }

  private after(end: string): number {
    const found = this.source.indexOf(end, this.at)
    if (found < 0) this.refuse(`${end} is missing`)
    return found + end.length
  }

  private refuse(why: string): never {
    throw new Error(`${this.file}: ${why} at ${this.at}: …${this.source.slice(Math.max(0, this.at - 40), this.at + 40)}…`)
  }
}

export const readMarkup = (source: string, file: string): Markup[] => new Reader(source, file).read()

/** All elements, those in others too. */
export const elementsOf = (all: readonly Markup[]): Element[] => all.filter(isElement).flatMap((it) => [it, ...elementsOf(it.children)])

export type Data = Readonly<Record<string, unknown>>
type Formula = (data: Data) => unknown

const formulas = new Map<string, Formula>()

/** What stands between braces; a name that the data has not is undefined, as there. */
function formula(source: string): Formula {
  const known = formulas.get(source)
  if (known !== undefined) return known
  const run = new Function('data', `with (data) { return (${source}) }`) as Formula
  const made: Formula = (data) => run(new Proxy(data, { has: (_, name) => typeof name === 'string', get: (all, name) => (typeof name === 'string' ? all[name] : undefined) }))
  formulas.set(source, made)
  return made
}

const BRACES = /\{\{([\s\S]*?)\}\}/g
const said = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** The value of an attribute or a text: as it is where it is one formula, else put together as text. */
export function valueOf(source: string, data: Data): unknown {
  const whole = /^\{\{((?:(?!\}\})[\s\S])*)\}\}$/.exec(source)?.[1]
  if (whole !== undefined) return formula(whole)(data)
  return source.replace(BRACES, (_, inner: string) => said(formula(inner)(data)))
}

export const textOf = (source: string, data: Data): string => said(valueOf(source, data))
