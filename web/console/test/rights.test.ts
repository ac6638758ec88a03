import { beforeEach, describe, expect, it } from 'vitest'
import { firstPath, navigation } from '@/app/features'
import { allows, may, maySomewhere, missing, SCOPES } from '@/app/rights'
import { atPlatform, leaveSeat, session, sitAt, sitAtPlatform, type Session } from '@/app/session'
import { access, calls, guarded, rowOf } from './calls'

function signedIn(scopes: string[], more: { channels?: string[]; operatorScopes?: string[] } = {}): void {
  session.value = {
    account: null, secondFactorNeeded: false, operator: more.operatorScopes !== undefined, operatorScopes: more.operatorScopes ?? [],
    shops: [{ id: '7', slug: 'mei', name: 'Mei', role: 'custom', scopes, channels: more.channels }],
  } as unknown as Session
  sitAt('mei')
}

const paths = (area: 'shop' | 'operator'): string[] => navigation(area).flatMap(({ entries }) => entries.map((entry) => entry.path))

beforeEach(() => {
  leaveSeat()
  session.value = null
})

describe('what a role may', () => {
  it('is nothing before anybody sits anywhere', () => {
    expect(SCOPES.filter(may)).toEqual([])
  })

  it('is what the session says, and no more', () => {
    signedIn(['orders:read', 'shop:read'])
    expect(SCOPES.filter(may)).toEqual(['shop:read', 'orders:read'])
  })

  it('is another matter at the platform, where an owner of a shop is nobody', () => {
    signedIn([...SCOPES], { operatorScopes: ['shop:read'] })
    expect(may('money:write')).toBe(true)
    expect(sitAtPlatform()).toBe(true)
    expect(SCOPES.filter(may)).toEqual(['shop:read'])
    expect(atPlatform.value).toBe(true)
  })

  it('shrinks to what the shop offers for those who work for some channels, but for what belongs to a channel', () => {
    signedIn(['shop:read', 'orders:read', 'channels:write'], { channels: ['12'] })
    expect(SCOPES.filter(may)).toEqual(['shop:read'])
    expect(maySomewhere('channels:write')).toBe(true)
    expect(maySomewhere('money:write')).toBe(false)
    expect(allows({ scope: 'orders:read' })).toBe(false)
    expect(allows({ scope: 'orders:read', partly: true })).toBe(true)
  })

  it('is asked for all at once where a page needs several, and the first that is missing is told', () => {
    signedIn(['shop:write', 'orders:read'])
    expect(missing({ scope: ['shop:write', 'orders:read'] })).toBeUndefined()
    expect(missing({ scope: ['shop:write', 'shop:read', 'stock:read'] })).toBe('shop:read')
    expect(allows({ scope: ['shop:write', 'shop:read'] })).toBe(false)
    expect(allows({})).toBe(true)
  })

  it('hides entries that lead to refusals only', () => {
    signedIn(['shop:read', 'stock:read', 'orders:read'])
    expect(paths('shop')).toEqual(expect.arrayContaining(['overview', 'products', 'stock', 'orders']))
    expect(paths('shop')).not.toEqual(expect.arrayContaining(['staff']))
    expect(['staff', 'tokens', 'money', 'payouts', 'channels', 'trail', 'customers'].filter((path) => paths('shop').includes(path))).toEqual([])
  })

  it('begins at the first page that a small role of the platform opens', () => {
    signedIn([], { operatorScopes: ['shop:read', 'audit:read'] })
    sitAtPlatform()
    expect(firstPath('operator')).toBe('risk/decisions')
    expect(paths('operator')).not.toContain('cases')
    session.value = { ...session.value, operatorScopes: [] } as unknown as Session
    expect(firstPath('operator')).toBeUndefined()
  })
})

describe('the sources', () => {
  const rows = access()
  const known = calls().map((call) => ({ call, row: rowOf(call, rows) }))

  it('know a row of the access table for every call', () => {
    expect(known.length).toBeGreaterThan(250)
    expect(known.filter(({ row }) => !row).map(({ call }) => `${call.file}: ${call.verb} ${call.address}`)).toEqual([])
  })

  it('are not taken to ask for what they never name', () => {
    expect(guarded('features/money/LateRule.vue', 'shop:write')).toBe(true)
    expect(guarded('features/money/LateRule.vue', 'cards:write')).toBe(false)
    expect(guarded('features/products/SkuDialog.vue', 'catalog:write')).toBe(true)
    expect(guarded('features/products/SkuDialog.vue', 'orders:write')).toBe(false)
    expect(known.some(({ call, row }) => call.file === 'features/risk/ListsPage.vue' && call.verb === 'DELETE' && row?.scope === 'shop:write')).toBe(true)
  })

  it('ask for the scope of every call before they make it', () => {
    const bare = known.filter(({ call, row }) => row?.scope && !guarded(call.file, row.scope))
    expect(bare.map(({ call, row }) => `${call.file}: ${call.verb} ${call.address} asks for ${row?.scope}`)).toEqual([])
  })
})
