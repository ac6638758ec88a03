import type { Schemas } from '@wanqu/api-client'
import { t } from '@/app/i18n'
import type { Job } from '@/app/jobs'

export type Import = Schemas['ImportAnswer']

export const ended = (one: Import): boolean => one.state === 'done' || one.state === 'failed'

export function importJob(one: Import): Job {
  return {
    id: one.id, kind: 'import', title: t('cards.job', { n: one.loaded }),
    state: one.state === 'failed' ? 'failed' : one.state === 'done' ? 'done' : 'running',
    done: one.read, total: one.stored || null, startedAt: one.createdAt, path: `cards/imports/${one.id}`,
    detail: one.errors > 0 ? t('cards.errorsShort', { n: one.errors }) : undefined,
  }
}
