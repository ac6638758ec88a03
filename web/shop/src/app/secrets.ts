import { storage } from '../platform/storage'

const KEPT = 20

/** The secrets of links that were followed on this device, so that a reload finds what the address bar no longer shows. */
export function useSecret(kind: 'pay' | 'gift' | 'receipt') {
  const name = `secret:${kind}`

  function keep(number: string, secret: string): string {
    const all = storage.read<[string, string][]>(name, [])
    if (secret === '') return all.find(([it]) => it === number)?.[1] ?? ''
    storage.write(name, [[number, secret], ...all.filter(([it]) => it !== number)].slice(0, KEPT))
    return secret
  }

  return { keep, find: (number: string) => keep(number, '') }
}
