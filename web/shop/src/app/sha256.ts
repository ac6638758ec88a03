/** SHA-256 by itself: mini programs have no crypto, and browsers hide theirs where a page came without https. */
const ROUNDS = 64
const BLOCK = 64
const WORD = 0x100000000

const fraction = (x: number) => ((x - Math.floor(x)) * WORD) | 0

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((it) => n % it !== 0)) found.push(n)
  return found
}

const PRIMES = primes(ROUNDS)
const K = Int32Array.from(PRIMES, (it) => fraction(Math.cbrt(it)))
const START = Int32Array.from(PRIMES.slice(0, 8), (it) => fraction(Math.sqrt(it)))
const turned = (x: number, by: number) => (x >>> by) | (x << (32 - by))

function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 4, bytes.length * 8)
  return view
}

function mix(state: Int32Array, w: Int32Array): void {
  const at = (list: Int32Array, n: number) => list[n] ?? 0
  for (let n = 16; n < ROUNDS; n++) {
    const [a, b] = [at(w, n - 15), at(w, n - 2)]
    w[n] = at(w, n - 16) + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + at(w, n - 7) + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let n = 0; n < ROUNDS; n++) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + at(K, n) + at(w, n)) | 0
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((it, n) => { state[n] = (at(state, n) + it) | 0 })
}

/** Eight words of 32 bits. The text has letters and signs of ASCII only. */
export function sha256(ascii: string): Int32Array {
  const view = padded(Uint8Array.from(ascii, (sign) => sign.charCodeAt(0)))
  const state = START.slice()
  const w = new Int32Array(ROUNDS)
  for (let from = 0; from < view.byteLength; from += BLOCK) {
    for (let n = 0; n < 16; n++) w[n] = view.getInt32(from + n * 4)
    mix(state, w)
  }
  return state
}
