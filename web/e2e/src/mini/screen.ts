import { aboutNobody, type Live, type View } from './live.ts'

/** Something in sight: elements of all components put together, as the reader sees them. */
export interface Shown {
  view: View
  around?: Shown
  inside: Shown[]
}

const slotOf = (it: View) => String(it.attributes.slot ?? '')

function put(views: readonly View[], around: Shown | undefined): Shown[] {
  return views.filter((it) => it.attributes.hidden !== true).flatMap((view) => {
    if (view.tag === 'slot') {
      const name = String(view.attributes.name ?? '')
      return put(view.owner.host.children.filter((it) => slotOf(it) === name), around)
    }
    const shown: Shown = { view, around, inside: [] }
    shown.inside = put(view.component === undefined ? view.children : view.component.views, shown)
    return [shown]
  })
}

const wordsOf = (it: Shown): string => (it.view.tag === '' ? it.view.text : it.inside.map(wordsOf).join(it.view.tag === 'text' || it.view.tag === 'label' ? '' : ' '))
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const all = (shown: readonly Shown[]): Shown[] => shown.flatMap((it) => [it, ...all(it.inside)])

/** What a person sees of a page, and does there. */
export class Screen {
  constructor(private readonly page: Live) {}

  get shown(): Shown[] {
    return all(put(this.page.views, undefined))
  }

  get text(): string {
    return plain(put(this.page.views, undefined).map(wordsOf).join(' '))
  }

  /** Those of a class of our style sheets. */
  of(name: string): string[] {
    return this.shown.filter((it) => String(it.view.attributes.class ?? '').split(' ').includes(name)).map((it) => plain(wordsOf(it)))
  }

  /** Presses what bears these words, or this label; the event goes up as in the hosts. */
  tap(words: string | RegExp): void {
    const fits = (it: Shown) => [plain(wordsOf(it)), String(it.view.attributes['aria-label'] ?? '')].some((said) => (typeof words === 'string' ? said === words : words.test(said)))
    const found = this.shown.filter((it) => it.view.events.tap?.handler !== undefined && fits(it))
    const target = found.at(-1)
    if (target === undefined) throw new Error(`nothing to press is called ${String(words)} in: ${this.text}`)
    for (let here: Shown | undefined = target; here !== undefined; here = here.around) {
      const bound = here.view.events.tap
      if (bound === undefined) continue
      this.send(here.view, 'tap', {})
      if (bound.stops) return
    }
  }

  /** Types into the field of this name. */
  type(label: string, value: string): void {
    const field = this.shown.find((it) => it.view.tag === 'label' && plain(wordsOf(it)).startsWith(label))?.around
    const input = field && all(field.inside).find((it) => ['input', 'textarea'].includes(it.view.tag))
    if (input === undefined) throw new Error(`no field ${label} in: ${this.text}`)
    this.send(input.view, 'input', { value })
    if (input.view.events.blur !== undefined) this.send(input.view, 'blur', { value })
  }

  /** Types into the only field that has a button of its own on the keyboard, and presses that. */
  find(value: string): void {
    const input = this.shown.find((it) => it.view.attributes['confirm-type'] !== undefined)
    if (input === undefined) throw new Error(`nothing to look for in: ${this.text}`)
    this.send(input.view, 'input', { value })
    this.send(input.view, 'confirm', { value })
  }

  private send(view: View, type: string, detail: object): void {
    view.owner.files.guard(`${type} on ${view.owner.instance.path}`, () => {
      view.owner.instance.handle(view.events[type]?.handler, { type, detail, ...aboutNobody() })
    })
  }
}
