import { computed, ref } from 'vue'
import { features } from './features'
import { allows, type Asks } from './rights'
import { seat, atPlatform } from './session'

/** Something long: it goes on when the page is left, and is found again in the notifications. */
export interface Job {
  id: string
  kind: string
  title: string
  state: 'running' | 'done' | 'failed'
  done: number
  total: number | null
  startedAt: string
  /** Where it can be looked at, below the shop. */
  path?: string
  detail?: string
  stop?: () => void
}

/** Long work that the server keeps: asked for now and then, more often while something runs. */
export interface JobSource extends Asks {
  kind: string
  list: () => Promise<Job[]>
}

const own = ref<Job[]>([])
const kept = ref<Record<string, Job[]>>({})
const seenAt = ref(localStorage.getItem('wanqu.jobs.seen') ?? '')
const RUNNING_SECONDS = 3
const IDLE_SECONDS = 45
let timer: ReturnType<typeof setTimeout> | undefined
let place = ''

export const jobs = computed(() =>
  [...own.value, ...Object.values(kept.value).flat()].sort((one, other) => other.startedAt.localeCompare(one.startedAt)))
export const running = computed(() => jobs.value.filter((job) => job.state === 'running').length)
export const unseen = computed(() => jobs.value.filter((job) => job.state !== 'running' && job.startedAt > seenAt.value).length)

export function seeJobs(): void {
  seenAt.value = new Date().toISOString()
  localStorage.setItem('wanqu.jobs.seen', seenAt.value)
}

export function dropJob(id: string): void {
  own.value = own.value.filter((job) => job.id !== id)
}

/** Work of the page itself, such as an export that walks through all pages of a list. */
export function startJob(kind: string, title: string, total: number | null = null): { update: (part: Partial<Job>) => void; stopped: AbortSignal } {
  const stopper = new AbortController()
  const id = crypto.randomUUID()
  const update = (part: Partial<Job>): void => {
    own.value = own.value.map((job) => (job.id === id ? { ...job, ...part } : job))
  }
  const stop = (): void => {
    stopper.abort()
    dropJob(id)
  }
  own.value = [{ id, kind, title, state: 'running', done: 0, total, startedAt: new Date().toISOString(), stop }, ...own.value]
  return { update, stopped: stopper.signal }
}

/** Looks at once; called when something long was begun, and when the shop changes. */
export async function lookAtJobs(): Promise<void> {
  clearTimeout(timer)
  const here = atPlatform.value ? 'platform' : (seat.value?.id ?? '')
  if (here !== place) {
    kept.value = {}
    place = here
  }
  if (!here) return
  const area = atPlatform.value ? 'operator' : 'shop'
  const sources = features.filter((feature) => feature.area === area).flatMap((feature) => feature.jobs ?? [])
  const mine = sources.filter(allows)
  if (!document.hidden) {
    for (const source of mine) {
      // A list that cannot be had now is asked for again soon; the older one stays meanwhile.
      const list = await source.list().catch(() => undefined)
      if (list && place === here) kept.value = { ...kept.value, [source.kind]: list }
    }
  }
  clearTimeout(timer)
  timer = setTimeout(lookAtJobs, (running.value > 0 ? RUNNING_SECONDS : IDLE_SECONDS) * 1000)
}
