import { follow as followAnswer, readLines, type StreamEvent } from '@wanqu/api-client'
import { standingHeaders } from './api'

/** Follows a stream of the server for the shop at hand until the answer is called. */
export function follow(path: string, take: (event: StreamEvent) => void, status?: (live: boolean) => void): () => void {
  return followAnswer({ url: path, headers: standingHeaders, take, status })
}

/** Reads an answer of many lines while it is still being made. */
export function lines(path: string, take: (line: unknown) => void, signal: AbortSignal): Promise<void> {
  return readLines({ url: path, headers: standingHeaders, take, signal })
}

export type { StreamEvent }
