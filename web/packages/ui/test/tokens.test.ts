import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../src/tokens.css', import.meta.url), 'utf8')
const TEXT = 4.5
const SHAPE = 3

/** The colours of the n-th block of the file that sets them. */
function blocks(): Record<string, string>[] {
  return css.split(/:root/).slice(1)
    .map((block) => Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((it) => [it[1] ?? '', it[2] ?? ''])))
    .filter((colours) => colours.ground)
}

function brightness(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'surface', 'surface-raised', 'surface-sunken']
const pairs: [string, string, number][] = [
  ...['text', 'text-soft', 'accent', 'accent-strong', 'price', 'good', 'warn', 'bad', 'info'].flatMap((ink) =>
    grounds.map((ground): [string, string, number] => [ink, ground, TEXT])),
  ...['good', 'warn', 'bad', 'info', 'accent'].map((name): [string, string, number] => [name, `${name}-soft`, TEXT]),
  ...['good', 'warn', 'bad', 'info', 'accent'].map((name): [string, string, number] => ['text', `${name}-soft`, TEXT]),
  ['on-accent', 'accent', TEXT], ['on-accent', 'accent-strong', TEXT],
  ...grounds.flatMap((ground): [string, string, number][] => [['line-strong', ground, SHAPE], ['focus', ground, SHAPE]]),
]

describe('colours', () => {
  it('are told for light, for a dark system and for chosen dark, and the last two are the same', () => {
    const [light, system, dark] = blocks()

    expect(blocks()).toHaveLength(3)
    expect(system).toEqual(dark)
    expect(Object.keys(dark ?? {}).sort()).toEqual(Object.keys(light ?? {}).sort())
  })

  it.each(pairs)('%s on %s can be seen (%f : 1)', (ink, ground, least) => {
    for (const colours of blocks()) {
      expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(least)
    }
  })

  it('would be found wanting where they are', () => {
    expect(contrast('#777777', '#ffffff')).toBeLessThan(TEXT)
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })
})
