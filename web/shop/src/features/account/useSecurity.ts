import { computed, ref } from 'vue'
import { api } from '../../app/api'
import { useDo, useLoad } from '../../app/load'
import { t } from '../../app/words'
import { say } from '../../components/toast'
import { take, useSession } from './useSession'

/** Password, second factor and recovery codes of whoever is signed in. */
export function useSecurity() {
  const { account } = useSession()
  const secondFactor = computed(() => account.value !== undefined && account.value.secondFactor !== 'none')
  const password = ref('')
  const proposal = ref<{ secret: string, uri: string }>()
  const code = ref('')
  const codes = ref<string[]>([])
  const left = useLoad(() => api.get('/api/v1/account/recovery-codes'))

  async function refresh() {
    take(await api.get('/api/v1/session'))
    if (secondFactor.value) await left.load()
  }

  const changePassword = useDo(async () => {
    take(await api.put('/api/v1/account/password', { body: { password: password.value } }))
    password.value = ''
    say(t('security.passwordChanged'))
  })
  const propose = useDo(async () => {
    proposal.value = await api.post('/api/v1/account/totp')
  })
  const turnOn = useDo(async () => {
    codes.value = (await api.put('/api/v1/account/totp', { body: { code: code.value.trim() } })).recoveryCodes
    proposal.value = undefined
    code.value = ''
    await refresh()
  })
  const turnOff = useDo(async () => {
    await api.delete('/api/v1/account/totp')
    codes.value = []
    await refresh()
  })
  const drawAgain = useDo(async () => {
    codes.value = (await api.put('/api/v1/account/recovery-codes')).recoveryCodes
    await left.load()
  })

  return { account, secondFactor, password, proposal, code, codes, left, changePassword, propose, turnOn, turnOff, drawAgain, refresh }
}
