import type { Answer } from '@wanqu/api-client'
import { computed, ref } from 'vue'
import { api, bearer } from '../../app/api'

export type Session = Answer<'/api/v1/session', 'get'>

const session = ref<Session>()

/** A program that keeps no cookies gets the session's secret once, and keeps it itself. */
export function take(told: Session): void {
  session.value = told
  // #ifndef H5
  if (told.token) bearer.keep(told.token)
  // #endif
}

export async function loadSession(): Promise<void> {
  try {
    take(await api.get('/api/v1/session'))
  } catch {
    // Offline, or a server that knows no accounts: everything a guest may do works as well.
  }
}

export function useSession() {
  async function signOut() {
    await api.delete('/api/v1/session')
    bearer.drop()
    await loadSession()
  }

  return {
    session,
    account: computed(() => session.value?.account ?? undefined),
    known: computed(() => session.value !== undefined),
    signOut,
  }
}
