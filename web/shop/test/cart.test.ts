import { beforeEach, describe, expect, it, vi } from 'vitest'

const line = { sku: '1', product: '10', quantity: 1, max: 3 }

async function fresh() {
  vi.resetModules()
  return (await import('../src/features/cart/useCart')).useCart()
}

describe('a cart', () => {
  beforeEach(() => uni.removeStorageSync('wanqu:demo:cart'))

  it('adds up what is put in twice, and never over what one order may hold', async () => {
    const { add, count } = await fresh()
    add(line)
    add({ ...line, quantity: 5 })
    expect(count.value).toBe(3)
  })

  it('holds as many different goods as an order may', async () => {
    const { add } = await fresh()
    for (let n = 0; n < 20; n++) expect(add({ ...line, sku: String(n) })).toBe(true)
    expect(add({ ...line, sku: 'one more' })).toBe(false)
  })

  it('is empty after its order, unless another was begun meanwhile', async () => {
    const { add, cart, count, emptied } = await fresh()
    add(line)
    emptied('another errand')
    expect(count.value).toBe(1)
    const { visit } = cart.value
    emptied(visit)
    expect(count.value).toBe(0)
    expect(cart.value.visit).not.toBe(visit)
  })

  it('is still there after a reload', async () => {
    const before = await fresh()
    before.add(line)
    await Promise.resolve()
    const after = await fresh()
    expect(after.cart.value).toEqual(before.cart.value)
  })
})
