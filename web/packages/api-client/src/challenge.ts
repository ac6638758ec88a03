/** What the server wants proven before it takes a request, as in the problem risk.challenge-needed. */
export interface Challenge {
  kind: 'work' | 'code'
  token: string
  bits: number
}

const STEPS_AT_ONCE = 4_000
const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
const PRIMES = primes(64)

/** The fractions of the cube roots of the first primes, as SHA-256 wants them. */
const ROUNDS = PRIMES.map((prime) => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32) | 0)

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0)) found.push(n)
  }
  return found
}

/** The header that answers a challenge of work: the first nonce that makes enough leading bits nought. Lets the page breathe meanwhile. */
export async function proveWork(
  { token, bits }: Challenge,
  breathe: () => Promise<void> = () => new Promise((go) => setTimeout(go)),
): Promise<string> {
  for (let nonce = 0; ; nonce++) {
    const answer = `${token}:${nonce.toString(36)}`
    if (leadingZeros(sha256(answer)) >= bits) return answer
    if (nonce % STEPS_AT_ONCE === STEPS_AT_ONCE - 1) await breathe()
  }
}

function leadingZeros(words: Int32Array): number {
  let zeros = 0
  for (const word of words) {
    zeros += Math.clz32(word)
    if (word !== 0) break
  }
  return zeros
}

/** By hand, because a mini program has no crypto and a browser's answers too slowly for one short text at a time. ASCII only. */
export function sha256(text: string): Int32Array {
  const blocks = new Uint8Array(Math.ceil((text.length + 9) / 64) * 64)
  for (let at = 0; at < text.length; at++) blocks[at] = text.charCodeAt(at)
  blocks[text.length] = 0x80
  new DataView(blocks.buffer).setUint32(blocks.length - 4, text.length * 8)
  const state = Int32Array.from(START)
  const view = new DataView(blocks.buffer)
  for (let at = 0; at < blocks.length; at += 64) mix(state, view, at)
  return state
}

function mix(state: Int32Array, block: DataView, at: number): void {
  const w = new Int32Array(64)
  for (let i = 0; i < 16; i++) w[i] = block.getInt32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const before = w[i - 15] ?? 0
    const last = w[i - 2] ?? 0
    const small = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)
    const great = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10)
    w[i] = (w[i - 16] ?? 0) + small + (w[i - 7] ?? 0) + great
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (ROUNDS[i] ?? 0) + (w[i] ?? 0)) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] ?? 0) + word))
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
