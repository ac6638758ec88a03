import { Problem } from '@wanqu/api-client'

/** What the host's own log-in gives: a code, good once, for which its platform says who holds the phone. */
export function platformCode(): Promise<string> {
  return new Promise((done, failed) => uni.login({
    success: ({ code }) => done(code),
    fail: () => failed(new Problem('client.unknown')),
  }))
}
