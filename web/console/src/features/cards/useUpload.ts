import type { Schemas } from '@wanqu/api-client'
import { computed, ref, shallowRef } from 'vue'
import { api } from '@/app/api'
import { lookAtJobs } from '@/app/jobs'
import { aborted, problemOf, type Problem } from '@/app/problem'

const PIECE_BYTES = 4 * 1024 * 1024
const TRIES = 5
const PAUSE_MILLIS = 800
const PIECE_TIMEOUT_MILLIS = 120_000

export type Opening = Schemas['ImportOpening']

/**
 * Sends a file in pieces. After a lost connection the server says how much it has, and the rest follows from there; so does
 * an upload that was begun on an earlier visit, once the same file is chosen again.
 */
export function useUpload() {
  const sent = ref(0)
  const size = ref(0)
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  const id = shallowRef<string>()
  let stop = new AbortController()

  async function piece(file: Blob, from: number): Promise<number> {
    const part = file.slice(from, from + PIECE_BYTES)
    const last = from + part.size >= file.size
    const answer = await api.put('/api/v1/imports/{id}/content', {
      path: { id: id.value ?? '' }, body: part, signal: stop.signal, timeoutMillis: PIECE_TIMEOUT_MILLIS,
      headers: { 'Upload-Offset': String(from), 'Content-Type': 'application/octet-stream', ...(last ? { 'Upload-Complete': '?1' } : {}) },
    } as never) as Schemas['ImportAnswer']
    return answer.stored
  }

  async function stored(): Promise<number> {
    return (await api.get('/api/v1/imports/{id}', { path: { id: id.value ?? '' }, signal: stop.signal })).stored
  }

  /** Answers the import's id when all of it has arrived. */
  async function send(file: Blob, opening: Opening, goOn?: string): Promise<string | undefined> {
    busy.value = true
    problem.value = null
    size.value = file.size
    stop = new AbortController()
    try {
      id.value = goOn ?? (await api.post('/api/v1/imports', { body: opening, signal: stop.signal })).id
      sent.value = goOn ? await stored() : 0
      for (let failures = 0; sent.value < file.size; ) {
        try {
          sent.value = await piece(file, sent.value)
          failures = 0
        } catch (lost) {
          failures += 1
          if (aborted(lost) || failures >= TRIES) throw lost
          await new Promise((go) => setTimeout(go, PAUSE_MILLIS * failures))
          sent.value = await stored()
        }
      }
      void lookAtJobs()
      return id.value
    } catch (thrown) {
      if (!aborted(thrown)) problem.value = problemOf(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { send, stop: () => stop.abort(), sent, size, busy, problem, id, share: computed(() => (size.value ? Math.floor((sent.value / size.value) * 100) : 0)) }
}
