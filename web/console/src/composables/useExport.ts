import { csvLine, save, type Column } from '@/components/table'
import { isoDay } from '@/app/format'
import { t } from '@/app/i18n'
import { startJob } from '@/app/jobs'
import { say } from '@/app/says'
import { aborted, problemOf } from '@/app/problem'
import { told } from '@/app/i18n'
import type { Table } from './useTable'

/** Writes all pages of a list to a sheet, as it is filtered now; goes on in the notifications while other pages are worked at. */
export function useExport() {
  async function exportRows<Row, F extends string>(table: Table<Row, F>, columns: Column<Row>[], name: string): Promise<void> {
    const shown = columns.filter((column) => column.value)
    const job = startJob('export', name)
    const parts = ['\ufeff', csvLine(shown.map((column) => column.title))]
    let done = 0
    try {
      for await (const rows of table.walk(job.stopped)) {
        for (const row of rows) parts.push(csvLine(shown.map((column) => column.value?.(row))))
        done += rows.length
        job.update({ done })
      }
      if (job.stopped.aborted) return
      save(new Blob(parts, { type: 'text/csv;charset=utf-8' }), `${name}-${isoDay()}.csv`)
      job.update({ state: 'done', total: done })
      say(t('table.exported', { n: done }))
    } catch (thrown) {
      if (aborted(thrown)) return
      job.update({ state: 'failed', detail: told(problemOf(thrown)).title })
    }
  }
  return { exportRows }
}
