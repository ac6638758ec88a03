import { h, type VNode } from 'vue'

/** The Markdown that product pages know: headings, lists, quotes, code, emphasis and links. Made into nodes, never into HTML text. */
const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/
const SAFE = /^(https?:|mailto:|\/)/i

export function inline(text: string): (VNode | string)[] {
  const parts: (VNode | string)[] = []
  for (let rest = text; rest; ) {
    const found = INLINE.exec(rest)
    if (!found) return [...parts, rest]
    if (found.index > 0) parts.push(rest.slice(0, found.index))
    const [whole, strong, soft, code, words, target] = found
    if (strong !== undefined) parts.push(h('strong', inline(strong)))
    else if (soft !== undefined) parts.push(h('em', inline(soft)))
    else if (code !== undefined) parts.push(h('code', code))
    else parts.push(SAFE.test(target ?? '') ? h('a', { href: target, target: '_blank', rel: 'noopener nofollow' }, inline(words ?? '')) : (words ?? ''))
    rest = rest.slice(found.index + whole.length)
  }
  return parts
}

const LIST = /^(?:[-*]|\d+\.)\s+/

function block(text: string): VNode {
  const lines = text.split('\n')
  const heading = /^(#{1,4})\s+(.*)$/.exec(lines[0] ?? '')
  // The page has its own headings above these.
  if (heading && lines.length === 1) return h(`h${Math.min(6, (heading[1] ?? '').length + 2)}`, inline(heading[2] ?? ''))
  if (lines.every((line) => LIST.test(line))) {
    return h(/^\d/.test(lines[0] ?? '') ? 'ol' : 'ul', lines.map((line) => h('li', inline(line.replace(LIST, '')))))
  }
  if (lines.every((line) => line.startsWith('>'))) return h('blockquote', inline(lines.map((line) => line.replace(/^>\s?/, '')).join(' ')))
  return h('p', lines.flatMap((line, at) => (at === 0 ? inline(line) : [h('br'), ...inline(line)])))
}

export function markdown(text: string): VNode[] {
  return text.replace(/\r\n?/g, '\n').replace(/^(#{1,4}\s.*)\n(?!\n)/gm, '$1\n\n').split(/\n{2,}/).map((part) => part.trim()).filter(Boolean).map(block)
}
