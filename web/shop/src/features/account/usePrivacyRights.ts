import { api } from '../../app/api'
import { useDo, useLoad } from '../../app/load'
import { saveFile } from '../../platform/save-file'

export function usePrivacyRights() {
  const exports = useLoad(() => api.get('/api/v1/me/exports'))
  const erasure = useLoad(() => api.get('/api/v1/me/erasure'))

  const askExport = useDo(async () => {
    await api.post('/api/v1/me/exports')
    await exports.load()
  })
  const fetchExport = useDo(async (id: string) => {
    const file = await api.get('/api/v1/me/exports/{export}/file', { path: { export: id }, as: 'blob' }) as unknown as Blob
    saveFile('my-data.zip', file)
  })
  const askErasure = useDo(async () => {
    erasure.value.value = await api.post('/api/v1/me/erasure')
  })
  const withdrawErasure = useDo(async () => {
    await api.delete('/api/v1/me/erasure')
    await erasure.load()
  })

  return { exports, erasure, askExport, fetchExport, askErasure, withdrawErasure, load: () => Promise.all([exports.load(), erasure.load()]) }
}
