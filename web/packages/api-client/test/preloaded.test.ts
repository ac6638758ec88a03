import { expect, it, vi } from 'vitest'

import { answersOfPage, createClient, preloaded, type Transport } from '../src'

const network = () => vi.fn<Transport>(async () => ({ status: 200, header: () => 'application/json', body: '{"items":[]}' }))
const list = '/api/v1/shops/{slug}/products'
const ask = { path: { slug: 'demo' }, query: { after: 'a b' } } as const

it('what came along with the page is not asked for, and only once', async () => {
  const asked = network()
  const api = createClient({ name: 'test', transport: preloaded(asked, { '/api/v1/shops/demo/products?after=a%20b': { items: [{ id: '7' }] } }) })

  expect((await api.get(list, ask)).items).toEqual([{ id: '7' }])
  expect(asked).not.toHaveBeenCalled()
  expect((await api.get(list, ask)).items).toEqual([])
  expect(asked).toHaveBeenCalledOnce()
})

it('an address is the same however its query is ordered', async () => {
  const asked = network()
  const request = { method: 'GET', headers: {}, as: 'text' as const, timeoutMillis: 1 }

  const answer = await preloaded(asked, { '/a?category=x&limit=24': 1 })({ ...request, url: '/a?limit=24&category=x' })

  expect([answer.body, answer.header('Content-Type'), answer.header('ETag')]).toEqual(['1', 'application/json', null])
  expect(asked).not.toHaveBeenCalled()
})

it('everything else is asked for', async () => {
  const asked = network()
  const api = createClient({ name: 'test', transport: preloaded(asked, { '/api/v1/shops/demo/orders': {} }) })

  await api.get(list, ask)
  await api.post('/api/v1/shops/{slug}/orders', { path: { slug: 'demo' }, body: { lines: [] } })

  expect(asked).toHaveBeenCalledTimes(2)
})

it('a page without any has none', () => {
  const page = (text: string | null) => ({ querySelector: () => (text === null ? null : { textContent: text }) }) as unknown as Document

  expect(answersOfPage(page('{"answers":{"/a":1}}'))).toEqual({ '/a': 1 })
  expect([page(null), page('{'), page('{}')].map(answersOfPage)).toEqual([{}, {}, {}])
})
