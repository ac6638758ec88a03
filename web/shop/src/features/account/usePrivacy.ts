import type { Answer } from '@wanqu/api-client'
import { api } from '../../app/api'
import { useDo, useLoad } from '../../app/load'
import { usePages } from '../../app/pages'
import { tOf } from '../../app/words'

export const PURPOSES = ['marketing', 'recommendation', 'sharing'] as const
export type Purpose = typeof PURPOSES[number]
type Use = Answer<'/api/v1/me/data-uses', 'get'>['items'][number]

/** What a person allows, and who looked at his data. */
export function usePrivacy() {
  const consents = useLoad(() => api.get('/api/v1/me/consents'))
  const uses = usePages<Use>((after) => api.get('/api/v1/me/data-uses', { query: { after } }))

  /** The newest word counts. */
  const allowed = (purpose: Purpose) => consents.value.value?.find((it) => it.purpose === purpose && !it.shop)?.granted ?? false

  const allow = useDo(async (purpose: Purpose, granted: boolean) => {
    const wording = `${tOf('purpose', purpose)}: ${tOf('purposeText', purpose)}`
    consents.value.value = await api.put('/api/v1/me/consents', { body: { purpose, granted, wording } })
  })

  return { consents, uses, allowed, allow }
}
