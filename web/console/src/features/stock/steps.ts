import { t } from '@/app/i18n'

/** The server's sentences for the steps of the push formula, in the words of the desk; one it does not know stays as it is. */
const STEPS: [RegExp, string][] = [
  [/^(\d+) can be sold here: what no other channel has reserved$/, 'stock.step-shared'],
  [/^(\d+) can be sold here: what is left of the hard quota of (\d+)$/, 'stock.step-hard'],
  [/^(\d+) can be sold here: the soft quota of (\d+) and what is free$/, 'stock.step-soft'],
  [/^(\d+) after the buffer of (\d+)$/, 'stock.step-buffer'],
  [/^(\d+) (\d+) per cent of it$/, 'stock.step-percent'],
  [/^(\d+) with (\d+) added$/, 'stock.step-plus'],
  [/^(\d+) raised to the minimum$/, 'stock.step-minimum'],
  [/^(\d+) cut to the maximum$/, 'stock.step-maximum'],
  [/^(\d+) cut to what can be sold$/, 'stock.step-sellable'],
  [/^(\d+) taken off sale at (\d+) or less$/, 'stock.step-delist'],
]

export function stepWords(step: string): string {
  for (const [pattern, key] of STEPS) {
    const found = pattern.exec(step)
    if (found) return t(key, { n: found[1] ?? '', of: found[2] ?? '' })
  }
  return step
}
