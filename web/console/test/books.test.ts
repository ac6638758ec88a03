import { describe, expect, it } from 'vitest'
import { changes } from '@/features/books/changes'
import { accountName, owed } from '@/features/money/accounts'
import { complete, drafted, emptyRow, wanted } from '@/features/prices/priceList'

describe('an entry of the trail', () => {
  it('shows what became different and leaves out what stayed', () => {
    expect(changes('{"name":"A","on":true,"list":[1]}', '{"name":"B","on":true,"list":[1,2]}')).toEqual([
      { name: 'name', before: 'A', after: 'B' }, { name: 'list', before: '[1]', after: '[1,2]' },
    ])
  })

  it('shows what was made, what was removed, and what is no object', () => {
    expect(changes(undefined, '{"a":1}')).toEqual([{ name: 'a', before: '', after: '1' }])
    expect(changes('plain', undefined)).toEqual([{ name: '', before: 'plain', after: '' }])
  })
})

describe('the books in words', () => {
  it('tell whose an account is', () => {
    expect(accountName('receivable:sandbox')).toMatch(/ · sandbox$/)
  })

  it('show what is owed to somebody above zero, and nothing as zero', () => {
    expect([owed(-990), owed(50), owed(0)]).toEqual([990, -50, 0])
  })
})

describe('a price', () => {
  it('comes back as it was typed', () => {
    const row = { name: 'Retail', minQuantity: 10, unitMinor: 990, validFrom: undefined, validTo: undefined, channel: undefined }
    expect(wanted(drafted(row, 'CNY'), 'CNY')).toEqual(row)
  })

  it('is complete with a name, a quantity, an amount and a time that does not end before it begins', () => {
    const good = { ...emptyRow(), name: 'Retail', unit: '9.90' }
    expect(complete(good, 'CNY')).toBe(true)
    expect([{ ...good, unit: 'x' }, { ...good, minQuantity: '0' }, { ...good, name: ' ' }, { ...good, from: '2026-02-01T00:00', to: '2026-01-01T00:00' }].map((row) => complete(row, 'CNY'))).toEqual([false, false, false, false])
  })
})
