import type { Schemas } from '@wanqu/api-client'

type Figures = Schemas['Figures']
type Plan = Schemas['Plan']

export const STAGES = ['draft', 'pilot', 'full'] as const

/** What a plan says, with what is proposed where none was made yet. */
export const PLAN: readonly { name: keyof Plan; usual: number }[] = [
  { name: 'quota', usual: 20 }, { name: 'ordersMin', usual: 20 }, { name: 'windowHours', usual: 24 }, { name: 'errorPercentMax', usual: 2 },
  { name: 'refundPercentMax', usual: 5 }, { name: 'latePercentMax', usual: 5 }, { name: 'lateMinutes', usual: 10 },
]

export function plan(value: (name: keyof Plan) => number | undefined): Plan {
  return Object.fromEntries(PLAN.map(({ name }) => [name, value(name)])) as unknown as Plan
}

export interface Gate {
  key: 'orders' | 'errors' | 'refunds' | 'late' | 'oversold'
  now: string
  limit: string
  good: boolean
}

/** A share in whole hundredths, rounded up so that a limit that is passed by little is seen as passed. */
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.ceil((part * 100) / whole))

/** The figures of the window beside what must hold; the server decides, and decides the same. */
export function gates(figures: Figures, wanted: Plan): Gate[] {
  const gate = (key: Gate['key'], part: number, whole: number, most: number): Gate =>
    ({ key, now: `${percent(part, whole)} %`, limit: `≤ ${most} %`, good: part * 100 <= most * whole })
  return [
    { key: 'orders', now: String(figures.orders), limit: `≥ ${wanted.ordersMin}`, good: figures.orders >= wanted.ordersMin },
    gate('errors', figures.errors, figures.deliveries, wanted.errorPercentMax),
    gate('refunds', figures.refunded, figures.orders, wanted.refundPercentMax),
    gate('late', figures.late, figures.deliveries, wanted.latePercentMax),
    { key: 'oversold', now: String(figures.oversold), limit: '0', good: figures.oversold === 0 },
  ]
}
