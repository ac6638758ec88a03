import { Problem } from '@wanqu/api-client'
import { sha256 } from './sha256'
import { inItsOwnTask } from './tasks'

/** What the server asks of somebody it does not know well: some work of his device, or a code that his contact was sent. */
export interface Challenge {
  kind: 'work' | 'code'
  token: string
  bits: number
}

const AT_ONCE = 2_000

export function challengeOf(error: unknown): Challenge | undefined {
  return error instanceof Problem && error.is('risk.challenge-needed') ? error.facts.challenge as Challenge | undefined : undefined
}

function leadingZeros(words: Int32Array): number {
  let bits = 0
  for (const word of words) {
    if (word !== 0) return bits + Math.clz32(word)
    bits += 32
  }
  return bits
}

/** Finds what the server can check at a glance. Lets the page breathe in between; nobody sees, hears or drags anything. */
export async function work({ token, bits }: Challenge): Promise<string> {
  for (let n = 0; ; n++) {
    const nonce = n.toString(36)
    if (leadingZeros(sha256(`${token}:${nonce}`)) >= bits) return nonce
    if (n % AT_ONCE === AT_ONCE - 1) await inItsOwnTask()
  }
}

export const answered = ({ token }: Challenge, answer: string): Record<string, string> => ({ 'Risk-Challenge': `${token}:${answer}` })
