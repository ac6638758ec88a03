import type { components } from '../target/api'

export type { paths } from '../target/api'
/** The bodies by name, e.g. Schemas['OrderView']. */
export type Schemas = components['schemas']
export type { Answer, Ask, Method, PathsWith } from './paths'
export { address, createClient, newIntent, type Client, type ClientSettings, type Intent, type Manners } from './client'
export { Problem, problemOf } from './problem'
export { fetchTransport, LostRequest, uniTransport, type Transport, type UniRequest, type WireAnswer, type WireRequest } from './transport'
export { follow, takeEvents, type FollowAsk, type StreamEvent } from './stream'
export { readLines, takeLines, type LinesAsk } from './lines'
export { problemWords, tell, type Language, type ProblemWords, type Told } from './words'
export { answersOfPage, preloaded, type Answers } from './preloaded'
