import { api } from '../../app/api'
import { useDo, useLoad } from '../../app/load'
import { take } from './useSession'

/** Only browsers keep passkeys, and only where the page came by https or from this very machine. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

interface Json {
  toJSON(): Record<string, Record<string, never>>
}

interface Reads {
  parseCreationOptionsFromJSON(json: unknown): PublicKeyCredentialCreationOptions
  parseRequestOptionsFromJSON(json: unknown): PublicKeyCredentialRequestOptions
}

const read = () => PublicKeyCredential as unknown as Reads
const written = (credential: Credential | null) => (credential as unknown as Json).toJSON()
/** Giving up at the device's own question is no failure. */
const givenUp = (error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError'

export function usePasskeys(entered: () => void = () => undefined) {
  const passkeys = useLoad(() => api.get('/api/v1/account/passkeys'))

  const add = useDo(async (label: string) => {
    const options = await api.post('/api/v1/account/passkeys/options')
    try {
      const credential = written(await navigator.credentials.create({ publicKey: read().parseCreationOptionsFromJSON(options) }))
      passkeys.value.value = await api.post('/api/v1/account/passkeys', { body: { label, credential } })
    } catch (error) {
      if (!givenUp(error)) throw error
    }
  })

  const remove = useDo(async (passkey: string) => {
    await api.delete('/api/v1/account/passkeys/{passkey}', { path: { passkey } })
    await passkeys.load()
  })

  const enter = useDo(async () => {
    const options = await api.post('/api/v1/session/passkey/options')
    try {
      const credential = written(await navigator.credentials.get({ publicKey: read().parseRequestOptionsFromJSON(options) }))
      take(await api.post('/api/v1/session/passkey', { body: { credential } }))
      entered()
    } catch (error) {
      if (!givenUp(error)) throw error
    }
  })

  return { passkeys, add, remove, enter }
}
