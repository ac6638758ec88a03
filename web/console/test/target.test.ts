import { describe, expect, it } from 'vitest'
import { target } from '@/app/login/target'

const start = { name: 'start' }

describe('where somebody goes after logging in', () => {
  it('is the page he had asked for', () => {
    expect(target({ query: { to: '/demo/orders?state=paid' } })).toBe('/demo/orders?state=paid')
  })

  it('is the first page where nothing was asked for, or something twice', () => {
    expect(target({ query: {} })).toEqual(start)
    expect(target({ query: { to: ['/a', '/b'] } })).toEqual(start)
  })

  it('is never another site', () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      expect(target({ query: { to } })).toEqual(start)
    }
  })
})
