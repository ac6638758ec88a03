import type { paths } from '../target/api'
import type { Answer, Ask, Method, PathsWith } from './paths'
import type { Challenge } from './challenge'
import { Problem, problemOf } from './problem'
import { LostRequest, type Transport, type WireAnswer, type WireRequest } from './transport'
import type { Language } from './words'

/** One thing that somebody wants done once. Keep it while they try again; make a new one for the next thing. */
export interface Intent {
  readonly key: string
}

export interface Manners {
  intent?: Intent
  signal?: AbortSignal
  timeoutMillis?: number
  headers?: Record<string, string>
  /** A file instead of JSON. */
  as?: 'json' | 'blob'
}

export interface ClientSettings {
  transport: Transport
  /** Where the server is; empty in a browser, where it is where the page came from. */
  base?: string
  /** Which program this is. */
  name: string
  /** The shop that a member of staff works in. */
  shop?: () => string | undefined
  /** The session of a program that keeps no cookies. */
  token?: () => string | undefined
  language?: () => Language
  /** Asks for the password again; true when that worked and the call may be repeated. */
  stepUp?: () => Promise<boolean>
  /** Asks a buyer for the code that was sent to his contact; nothing when he gives up. */
  code?: () => Promise<string | undefined>
  timeoutMillis?: number
  pause?: (millis: number) => Promise<void>
}

/** More headers than ours: what a call needs beside its path, query and body. */
type Rest<P extends keyof paths, M extends Method> =
  Record<never, never> extends Ask<P, M> ? [ask?: Ask<P, M> & Manners] : [ask: Ask<P, M> & Manners]
type Call<M extends Method> = <P extends PathsWith<M>>(path: P, ...rest: Rest<P, M>) => Promise<Answer<P, M>>
export type Client = { readonly [M in Method]: Call<M> }

type Loose = Manners & { path?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

const TRIES = 3
const TIMEOUT_MILLIS = 20_000
const PAUSE_MILLIS = 400
const PAUSE_MILLIS_MAX = 5_000
const WORTH_TRYING = [429, 502, 503, 504]
const STEP_UP = 'identity.step-up-needed'
const CHALLENGE = 'risk.challenge-needed'

export function newIntent(): Intent {
  const bytes = new Uint8Array(16)
  if (typeof crypto === 'undefined') {
    // Mini programs: the key only has to differ from this buyer's others.
    bytes.forEach((_, at) => (bytes[at] = Math.floor(Math.random() * 256)))
  } else {
    crypto.getRandomValues(bytes)
  }
  return { key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}

export function address(path: string, parts: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(String(parts[name])))
  const pairs = Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const))
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

export function createClient(settings: ClientSettings): Client {
  const pause = settings.pause ?? ((millis) => new Promise((go) => setTimeout(go, millis)))

  function request(method: Method, path: string, ask: Loose): WireRequest {
    const headers: Record<string, string> = { Accept: ask.as === 'blob' ? '*/*' : 'application/json', 'Wanqu-Client': settings.name }
    const [shop, token, language] = [settings.shop?.(), settings.token?.(), settings.language?.()]
    if (shop) headers['Wanqu-Shop'] = shop
    if (token) headers.Authorization = `Bearer ${token}`
    if (language) headers['Accept-Language'] = language
    if (method !== 'get') headers['Idempotency-Key'] = (ask.intent ?? newIntent()).key
    const raw = typeof Blob !== 'undefined' && (ask.body instanceof Blob || ask.body instanceof FormData)
    if (ask.body !== undefined && !raw) headers['Content-Type'] = 'application/json'
    return {
      method: method.toUpperCase(),
      url: (settings.base ?? '') + address(path, ask.path, ask.query),
      headers: { ...headers, ...ask.headers },
      body: raw ? (ask.body as Blob) : ask.body === undefined ? undefined : JSON.stringify(ask.body),
      as: ask.as === 'blob' ? 'blob' : 'text',
      timeoutMillis: ask.timeoutMillis ?? settings.timeoutMillis ?? TIMEOUT_MILLIS,
      signal: ask.signal,
    }
  }

  async function carry(wire: WireRequest, most: number): Promise<WireAnswer> {
    for (let tries = 1; ; tries++) {
      let waitMillis = Math.min(PAUSE_MILLIS * 2 ** (tries - 1), PAUSE_MILLIS_MAX)
      try {
        const answer = await settings.transport(wire)
        if (tries >= most || !WORTH_TRYING.includes(answer.status)) return answer
        waitMillis = Math.max(waitMillis, Number(answer.header('Retry-After') ?? 0) * 1000 || 0)
        if (waitMillis > PAUSE_MILLIS_MAX) return answer
      } catch (lost) {
        if (!(lost instanceof LostRequest)) throw lost
        if (tries >= most || lost.reason !== 'offline') throw new Problem(`client.${lost.reason}`)
      }
      await pause(waitMillis)
    }
  }

  /** The machine's own work asks nobody; the code of a message only its receiver knows. */
  async function proven(problem: Problem): Promise<string | undefined> {
    if (!problem.is(CHALLENGE)) return undefined
    const challenge = problem.facts.challenge as Challenge
    if (challenge.kind === 'work') return (await import('./challenge')).proveWork(challenge)
    const code = await settings.code?.()
    return code && `${challenge.token}:${code.trim()}`
  }

  async function call(method: Method, path: string, ask: Loose = {}): Promise<unknown> {
    const wire = request(method, path, ask)
    // Reads, PUTs and DELETEs may be repeated by their nature, a POST by the key of an intent.
    const most = method === 'post' && !ask.intent ? 1 : TRIES
    let answer = await carry(wire, most)
    if (answer.status === 403 && settings.stepUp && problemOf(403, String(answer.body)).is(STEP_UP) && (await settings.stepUp())) {
      answer = await carry(wire, most)
    }
    const proof = answer.status === 403 ? await proven(problemOf(403, String(answer.body))) : undefined
    if (proof) answer = await carry({ ...wire, headers: { ...wire.headers, 'Risk-Challenge': proof } }, most)
    if (answer.status < 200 || answer.status >= 300) {
      throw problemOf(answer.status, typeof answer.body === 'string' ? answer.body : await answer.body.text())
    }
    if (typeof answer.body !== 'string') return answer.body
    if (answer.body === '') return undefined
    return (answer.header('Content-Type') ?? 'application/json').includes('json') ? JSON.parse(answer.body) : answer.body
  }

  const verb = (method: Method) => (path: string, ask?: Loose) => call(method, path, ask)
  return { get: verb('get'), post: verb('post'), put: verb('put'), delete: verb('delete'), patch: verb('patch') } as Client
}
