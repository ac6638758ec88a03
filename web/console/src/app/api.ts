import { createClient, fetchTransport, type Intent, type Manners, type Transport } from '@wanqu/api-client'
import { language } from './i18n'

let shop: string | undefined
let stepUp: () => Promise<boolean> = async () => false
let ended: () => void = () => undefined

/** Which shop the following calls are for; operators name `platform`. */
export function workFor(id: string | undefined): void {
  shop = id
}

/** What is done when the server wants to know again who is there, and when it does not know any more. */
export function onRefusal(handlers: { stepUp: () => Promise<boolean>; ended: () => void }): void {
  stepUp = handlers.stepUp
  ended = handlers.ended
}

const carry = fetchTransport()

/** Notices that the session is over; logging in with a wrong password is not that. */
const watching: Transport = async (request) => {
  const answer = await carry(request)
  if (answer.status === 401 && !request.url.includes('/api/v1/session')) ended()
  return answer
}

/** Every call of the desk goes through here. */
export const api = createClient({
  transport: watching,
  name: 'web',
  shop: () => shop,
  language: () => language.value,
  stepUp: () => stepUp(),
})

/** For streams, which are read piece by piece: the headers that every call carries. */
export function standingHeaders(): Record<string, string> {
  return { 'Wanqu-Client': 'web', 'Accept-Language': language.value, ...(shop ? { 'Wanqu-Shop': shop } : {}) }
}

export type { Intent, Manners }
