import { api } from '../../app/api'
import { useDo } from '../../app/load'
import { take } from './useSession'

/** Only browsers keep passkeys, and only where the page came by https or from this very machine. */
export function passkeysWork(): boolean {
  // #ifdef H5
  return typeof PublicKeyCredential !== 'undefined'
  // #endif
  // #ifndef H5
  // eslint-disable-next-line no-unreachable
  return false
  // #endif
}

type Parsed = { parseCreationOptionsFromJSON(json: unknown): PublicKeyCredentialCreationOptions, parseRequestOptionsFromJSON(json: unknown): PublicKeyCredentialRequestOptions }
type Written = { toJSON(): Record<string, unknown> }

export function usePasskeys(done: () => void) {
  const credentials = () => PublicKeyCredential as unknown as Parsed

  const add = useDo(async (name: string) => {
    const options = await api.post('/api/v1/account/passkeys/options', { body: {} })
    const made = await navigator.credentials.create({ publicKey: credentials().parseCreationOptionsFromJSON(options) })
    await api.post('/api/v1/account/passkeys', { body: { name, credential: (made as unknown as Written).toJSON() } })
    done()
  })

  const enter = useDo(async () => {
    const options = await api.post('/api/v1/session/passkey-options', { body: {} })
    const found = await navigator.credentials.get({ publicKey: credentials().parseRequestOptionsFromJSON(options) })
    take(await api.post('/api/v1/session', { body: { passkey: (found as unknown as Written).toJSON() } }))
    done()
  })

  return { add, enter }
}
