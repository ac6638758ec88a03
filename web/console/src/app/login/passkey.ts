import { api } from '../api'

/** Passkeys: the browser's own dialog stands between what the server asks and what it is answered. */
interface Reads {
  parseCreationOptionsFromJSON(json: unknown): PublicKeyCredentialCreationOptions
  parseRequestOptionsFromJSON(json: unknown): PublicKeyCredentialRequestOptions
}

export const passkeysHere = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
const read = (): Reads => PublicKeyCredential as unknown as Reads
const written = (credential: Credential | null): Record<string, never> => (credential as PublicKeyCredential).toJSON() as unknown as Record<string, never>

/** Closing the device's own question is no failure. */
async function unlessGivenUp(ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask()
    return true
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotAllowedError') return false
    throw thrown
  }
}

/** Logs in, and counts as proving again that it is oneself; false when the person thought better of it. */
export function enterByPasskey(): Promise<boolean> {
  return unlessGivenUp(async () => {
    const options = await api.post('/api/v1/session/passkey/options')
    const credential = written(await navigator.credentials.get({ publicKey: read().parseRequestOptionsFromJSON(options) }))
    await api.post('/api/v1/session/passkey', { body: { credential } })
  })
}

export function addPasskey(label: string): Promise<boolean> {
  return unlessGivenUp(async () => {
    const options = await api.post('/api/v1/account/passkeys/options')
    const credential = written(await navigator.credentials.create({ publicKey: read().parseCreationOptionsFromJSON(options) }))
    await api.post('/api/v1/account/passkeys', { body: { label, credential } })
  })
}
