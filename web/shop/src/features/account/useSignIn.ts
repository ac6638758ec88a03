import { onUnmounted, ref } from 'vue'
import { api } from '../../app/api'
import { programName } from '../../app/entry'
import { useDo } from '../../app/load'
import { t } from '../../app/words'
import { platformCode } from '../../platform/log-in'
import { take, type Session } from './useSession'

export type Way = 'password' | 'code' | 'register' | 'recover'
type Wrong = { login?: string, password?: string, code?: string }

const PASSWORD_MIN = 10
const AGAIN_SECONDS = 60

/** Signs in or opens an account; the same fields serve all ways, so that nothing is typed twice. */
export function useSignIn(done: () => void) {
  const way = ref<Way>('password')
  const login = ref('')
  const password = ref('')
  const code = ref('')
  const name = ref('')
  const factor = ref('')
  const wrong = ref<Wrong>({})
  const needsFactor = ref(false)
  const againIn = ref(0)
  let clock: ReturnType<typeof setInterval> | undefined
  onUnmounted(() => clearInterval(clock))

  function check(fields: (keyof Wrong)[]): boolean {
    const given = { login, password, code }
    wrong.value = Object.fromEntries(fields.map((field) => [field, given[field].value.trim() === '' ? t('signIn.missing') : undefined]))
    if (way.value !== 'password' && password.value !== '' && password.value.length < PASSWORD_MIN) wrong.value.password = t('signIn.passwordShort', { count: PASSWORD_MIN })
    return Object.values(wrong.value).every((it) => it === undefined)
  }

  const sendCode = useDo(async () => {
    if (!check(['login'])) return
    const purpose = way.value === 'register' ? 'register' : way.value === 'recover' ? 'recover' : 'login'
    await api.post('/api/v1/login-codes', { body: { to: login.value.trim(), purpose } })
    againIn.value = AGAIN_SECONDS
    clearInterval(clock)
    clock = setInterval(() => { if (--againIn.value <= 0) clearInterval(clock) }, 1000)
  })

  function entered(told: Session) {
    take(told)
    needsFactor.value = told.secondFactorNeeded
    password.value = ''
    code.value = ''
    if (!told.secondFactorNeeded) done()
  }

  const send = useDo(async () => {
    const who = login.value.trim()
    if (way.value === 'register') {
      if (check(['login', 'code', 'password'])) entered(await api.post('/api/v1/accounts', { body: { login: who, code: code.value.trim(), password: password.value, name: name.value.trim() } }))
    } else if (way.value === 'recover') {
      if (!check(['login', 'code', 'password'])) return
      await api.post('/api/v1/accounts/recovery', { body: { login: who, code: code.value.trim(), password: password.value } })
      entered(await api.post('/api/v1/session', { body: { login: who, password: password.value } }))
    } else if (way.value === 'password') {
      if (check(['login', 'password'])) entered(await api.post('/api/v1/session', { body: { login: who, password: password.value } }))
    } else if (way.value === 'code') {
      if (check(['login', 'code'])) entered(await api.post('/api/v1/session', { body: { login: who, code: code.value.trim() } }))
    }
  })

  const enterByPlatform = useDo(async () => {
    entered(await api.post('/api/v1/session/program', { body: { program: programName(), code: await platformCode() } }))
  })

  const sendFactor = useDo(async () => {
    if (factor.value.trim() === '') return
    entered(await api.post('/api/v1/session/second-factor', { body: { code: factor.value.trim() } }))
  })

  return { way, login, password, code, name, factor, wrong, needsFactor, againIn, sendCode, send, enterByPlatform, sendFactor }
}
