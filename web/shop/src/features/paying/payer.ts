import { api } from '../../app/api'
import { programName } from '../../app/entry'
import { platformCode } from '../../platform/log-in'
import type { WayToPay } from '../checkout/useRails'

/** Under which number the platform asks him for money: within its own program it takes no payment without. */
export async function payerOf({ method }: WayToPay): Promise<string | undefined> {
  if (method !== 'mini') return undefined
  return (await api.post('/api/v1/program-payers', { body: { program: programName(), code: await platformCode() } })).payerId
}
