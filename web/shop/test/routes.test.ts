import { describe, expect, it } from 'vitest'
import { internalOf, publicOf, toInternal, toPublic } from '../src/app/routes'

describe('addresses', () => {
  it.each([
    ['/s/demo', '/'],
    ['/s/demo/', '/'],
    ['/s/demo/p/12', '/pages/product/index?id=12'],
    ['/s/demo/p/12?utm_source=qr', '/pages/product/index?id=12&utm_source=qr'],
    ['/s/demo/c', '/pages/category/index'],
    ['/s/demo/c/games', '/pages/category/index?id=games'],
    ['/s/demo/o/77', '/pages/order/index?number=77'],
    ['/s/demo/o/77/pay', '/pages/paying/index?number=77'],
    ['/s/demo/gift/77#secret', '/pages/gift/index?number=77#secret'],
    ['/s/demo/search?q=%E7%82%B9', '/pages/search/index?q=%E7%82%B9'],
    ['/', '/'],
  ])('%s is the page %s', (shown, known) => {
    expect(toInternal(shown, '/s/demo')).toBe(known)
  })

  it('lead to the page that says so where there is none', () => {
    expect(toInternal('/s/demo/p/1/2/3', '/s/demo')).toBe('/pages/not-found/index')
    expect(toInternal('/elsewhere', '/s/demo')).toBe('/pages/not-found/index')
  })

  it('have no shop in front of them on a domain of its own', () => {
    expect(toInternal('/p/12', '')).toBe('/pages/product/index?id=12')
    expect(publicOf({ to: 'product', query: { id: '12' } }, '')).toBe('/p/12')
    expect(publicOf({ to: 'home' }, '')).toBe('/')
  })

  it('come back as they went', () => {
    for (const shown of ['/s/demo', '/s/demo/p/12?utm_source=qr', '/s/demo/c/games', '/s/demo/o/77/case', '/s/demo/pay/9', '/s/demo/look-up']) {
      expect(toPublic(toInternal(shown, '/s/demo'), '/s/demo')).toBe(shown)
    }
  })

  it('carry secrets behind the sign that is sent to no server', () => {
    expect(publicOf({ to: 'order', query: { number: '7' }, secret: 'abc' }, '/s/demo')).toBe('/s/demo/o/7#abc')
    expect(internalOf({ to: 'order', query: { number: '7' }, secret: 'abc' })).toBe('/pages/order/index?number=7#abc')
  })

  it('leave out what is not given', () => {
    expect(publicOf({ to: 'checkout', query: { sku: '1', chosen: '', quantity: undefined } }, '/s/demo')).toBe('/s/demo/checkout?sku=1')
  })
})
