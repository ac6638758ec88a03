import { ref } from 'vue'
import type { Key } from '../../app/words'
import { storage } from '../../platform/storage'

const NAME = 'contact'
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?[\d\s-]{6,20}$/
const PASSWORD_MIN = 6

/** Who buys without an account: where the order's news go, and what opens it on another device. */
export function useGuest() {
  const contact = ref(storage.read(NAME, ''))
  const password = ref('')
  const wrong = ref<{ contact?: Key, password?: Key }>({})

  function check(): boolean {
    const there = contact.value.trim()
    wrong.value = {
      contact: there === '' ? 'checkout.contactMissing' : MAIL.test(there) || PHONE.test(there) ? undefined : 'checkout.contactWrong',
      password: password.value !== '' && password.value.length < PASSWORD_MIN ? 'checkout.passwordShort' : undefined,
    }
    return wrong.value.contact === undefined && wrong.value.password === undefined
  }

  function remember() {
    storage.write(NAME, contact.value.trim())
  }

  return { contact, password, wrong, check, remember }
}
