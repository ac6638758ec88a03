import { api } from '../loose'

/** Passkeys: the browser's own dialog stands between what the server asks and what it is answered. */
export const passkeysHere = typeof window !== 'undefined' && 'PublicKeyCredential' in window
  && 'parseRequestOptionsFromJSON' in PublicKeyCredential

type Purpose = 'session' | 'second-factor' | 'step-up'

export async function askPasskey(purpose: Purpose): Promise<void> {
  const options = await api.post<PublicKeyCredentialRequestOptionsJSON>('/api/v1/passkey-challenges', { body: { purpose } })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const credential = await navigator.credentials.get({ publicKey })
  if (!credential) throw new DOMException('', 'AbortError')
  const passkey = (credential as PublicKeyCredential).toJSON()
  await api.post(purpose === 'session' ? '/api/v1/session' : `/api/v1/session/${purpose}`, { body: { passkey } })
}
