import { answersOfPage, createClient, fetchTransport, preloaded, problemWords, Problem, tell, uniTransport, type ProblemWords, type UniRequest } from '@wanqu/api-client'
import { ref, watch } from 'vue'
import { storage } from '../platform/storage'
import { entry } from './entry'
import { stepUp } from './step-up'
import { language } from './words'

/** The session of a program that keeps no cookies. */
export const bearer = {
  read: () => storage.read('bearer', '') || undefined,
  keep: (token: string) => storage.write('bearer', token),
  drop: () => storage.remove('bearer'),
}

function transport() {
  // #ifdef H5
  return preloaded(fetchTransport(), answersOfPage())
  // #endif
  // #ifndef H5
  return uniTransport(uni.request as unknown as UniRequest)
  // #endif
}

/** A program that keeps no cookies says so, and is given its session's secret instead. */
function clientName(): string {
  // #ifdef H5
  return 'web'
  // #endif
  // #ifndef H5
  return 'program'
  // #endif
}

export const api = createClient({
  transport: transport(),
  base: entry.server,
  name: clientName(),
  token: bearer.read,
  language: () => language.value,
  stepUp,
})

const words = ref<ProblemWords>({})

/** The words of refusals come in a file of their own, asked for once the first page stands. */
export async function loadProblemWords(): Promise<void> {
  words.value = await problemWords(language.value)
}

watch(language, () => void loadProblemWords())

export interface Refusal {
  code: string
  title: string
  detail: string
  field?: string
}

type Facts = Readonly<Record<string, unknown>>
const explained: Record<string, (facts: Facts) => string | undefined> = {}

/** Says what the server's sentence can't: amounts in the shop's currency, the name of a rule. */
export function explain(code: string, say: (facts: Facts) => string | undefined): void {
  explained[code] = say
}

/** Any failure in words; what is no refusal is a fault of this page and is said as one. */
export async function refusalOf(error: unknown): Promise<Refusal> {
  const problem = error instanceof Problem ? error : new Problem('client.unknown')
  if (words.value['client.unknown'] === undefined) await loadProblemWords()
  const { title, detail } = tell(problem, words.value)
  return { code: problem.code, title, detail: explained[problem.code]?.(problem.facts) ?? detail, field: problem.field }
}

export function isRefusal(error: unknown, ...codes: string[]): boolean {
  return error instanceof Problem && error.is(...codes)
}
