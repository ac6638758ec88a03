import { follow as followAnswer, type StreamEvent } from '@wanqu/api-client'
import { standingHeaders } from './api'

/** Follows a stream of the server for the shop at hand until the answer is called. */
export function follow(path: string, take: (event: StreamEvent) => void, status?: (live: boolean) => void): () => void {
  return followAnswer({ url: path, headers: standingHeaders, take, status })
}

export type { StreamEvent }
