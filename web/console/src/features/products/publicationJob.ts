import type { Schemas } from '@wanqu/api-client'
import { t } from '@/app/i18n'
import type { Job } from '@/app/jobs'

export function publicationJob(one: Schemas['PublicationsProgress']): Job {
  const over = one.done >= one.total
  return {
    id: one.id, kind: 'publication', title: one.shown ? t('products.publishing', { n: one.total }) : t('products.takingDown', { n: one.total }),
    state: over ? (one.rejected > 0 ? 'failed' : 'done') : 'running', done: one.done, total: one.total, startedAt: one.madeAt,
    detail: one.rejected > 0 ? t('products.rejected', { n: one.rejected }) : undefined,
  }
}
