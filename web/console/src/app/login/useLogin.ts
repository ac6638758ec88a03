import { computed, ref } from 'vue'
import { useAction } from '@/composables/useAction'
import { api } from '../api'
import { refreshSession, session } from '../session'
import { enterByPasskey } from './passkey'

export type Way = 'password' | 'code'

/** Logging in: by password, by a code that was sent, or by a passkey; then the second factor where there is one. */
export function useLogin(done: () => unknown) {
  const way = ref<Way>('password')
  const login = ref('')
  const password = ref('')
  const code = ref('')
  const sent = ref(false)
  const second = computed(() => session.value?.secondFactorNeeded ?? false)

  async function enter(): Promise<void> {
    const now = await refreshSession()
    password.value = code.value = ''
    if (now.account && !now.secondFactorNeeded) await done()
  }

  const send = useAction(async (intent) => {
    await api.post('/api/v1/login-codes', { body: { to: login.value.trim(), purpose: 'login' }, intent })
    sent.value = true
  })
  const submit = useAction(async (intent) => {
    const proof = way.value === 'password' ? { password: password.value } : { code: code.value.trim() }
    await api.post('/api/v1/session', { body: { login: login.value.trim(), ...proof }, intent })
    await enter()
  })
  const confirm = useAction(async (intent) => {
    await api.post('/api/v1/session/second-factor', { body: { code: code.value.trim() }, intent })
    await enter()
  })
  const passkey = useAction(async () => {
    if (await enterByPasskey()) await enter()
  })
  const busy = computed(() => submit.busy.value || confirm.busy.value || passkey.busy.value)
  const problem = computed(() => submit.problem.value ?? confirm.problem.value ?? passkey.problem.value ?? send.problem.value)

  return { way, login, password, code, sent, second, send, submit, confirm, passkey, busy, problem }
}
