import type { Schemas } from '@wanqu/api-client'
import { api, type Intent } from '@/app/api'
import { atPlatform } from '@/app/session'
import type { TableAsk } from '@/composables/useTable'

export type RuleSet = Schemas['RuleSet']
export type Rule = Schemas['RiskRule']
export type Condition = Schemas['RuleCondition']
export type Decision = Schemas['DecisionView']
export type Profile = Schemas['RiskRuleView']
export type Listed = Schemas['ListView']
export type Held = Schemas['ReviewOrdersHeld']
type DecisionFilter = 'outcome' | 'subject' | 'shop'

const stretch = <F extends string>({ after, limit, filters }: TableAsk<F>): never => ({ after, limit: String(limit), ...filters }) as never

/** What a shop does about abuse among its own orders. */
const shop = {
  profile: (profile: string, signal: AbortSignal) => api.get('/api/v1/risk/profiles/{profile}', { path: { profile }, signal }),
  write: (profile: string, body: Schemas['RiskRuleRequest'], intent: Intent) => api.put('/api/v1/risk/profiles/{profile}', { path: { profile }, body, intent }),
  dryRun: (profile: string, set: RuleSet) => api.post('/api/v1/risk/profiles/{profile}/dry-run', { path: { profile }, body: { set } }),
  decisions: (ask: TableAsk<DecisionFilter>) => api.get('/api/v1/risk/decisions', { query: stretch(ask), signal: ask.signal }),
  lists: (ask: TableAsk<never>) => api.get('/api/v1/risk/lists', { query: stretch(ask), signal: ask.signal }),
  list: (body: Schemas['ListRequest'], intent: Intent) => api.post('/api/v1/risk/lists', { body, intent }),
  unlist: (entry: string, intent: Intent) => api.delete('/api/v1/risk/lists/{entry}', { path: { entry }, intent }),
  held: (signal: AbortSignal) => api.get('/api/v1/risk/reviews', { signal }),
}

type Calls = Omit<typeof shop, 'dryRun'> & { dryRun: (profile: string, set: RuleSet, of: string) => ReturnType<typeof shop.dryRun> }

/** The same for all shops: the rules that hold everywhere, and what was decided by them; they are tried on one shop. */
const platform: Calls = {
  profile: (profile, signal) => api.get('/api/v1/operator/risk/profiles/{profile}', { path: { profile }, signal }),
  write: (profile, body, intent) => api.put('/api/v1/operator/risk/profiles/{profile}', { path: { profile }, body, intent }),
  dryRun: (profile, set, of) => api.post('/api/v1/operator/shops/{shop}/risk/profiles/{profile}/dry-run', { path: { shop: of, profile }, body: { set } }),
  decisions: (ask) => api.get('/api/v1/operator/risk/decisions', { query: stretch(ask), signal: ask.signal }),
  lists: (ask) => api.get('/api/v1/operator/risk/lists', { query: stretch(ask), signal: ask.signal }),
  list: (body, intent) => api.post('/api/v1/operator/risk/lists', { body, intent }),
  unlist: (entry, intent) => api.delete('/api/v1/operator/risk/lists/{entry}', { path: { entry }, intent }),
  held: (signal) => api.get('/api/v1/operator/risk/reviews', { signal }),
}

/** Facts and names of profiles are asked for alike in both areas; the rest has an address of its own in each. */
export const riskCalls = (): Calls => (atPlatform.value ? platform : shop)
export const profileNames = (signal: AbortSignal): Promise<string[]> => api.get('/api/v1/risk/profiles', { signal })
export const factNames = (signal: AbortSignal): Promise<Schemas['RiskRuleFactList']> => api.get('/api/v1/risk/facts', { signal })
