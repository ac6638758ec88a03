import { ref } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { intentFor } from '../../app/intents'
import { useDo, useLoad } from '../../app/load'
import { useSecret } from '../../app/secrets'
import type { OpenedCard } from '../order/useOrder'

/** The receiver's side: the link opens the gift once; what it answers is kept here and opens the codes. */
export function useGift(number: () => string) {
  const links = useSecret('gift')
  const receipts = useSecret('receipt')
  const token = ref('')
  const mine = ref('')
  const cards = ref<OpenedCard[]>([])
  const path = () => ({ slug: entry.shop, number: number() })

  const look = useLoad(() => api.post('/api/v1/shops/{slug}/gifts/{number}/look', { path: path(), body: { token: token.value } }))

  async function begin(secret: string) {
    token.value = links.keep(number(), secret)
    mine.value = receipts.find(number())
    if (mine.value === '') await look.load()
  }

  const receive = useDo(async () => {
    const body = { token: token.value }
    const receipt = await api.post('/api/v1/shops/{slug}/gifts/{number}/receipt', { path: path(), body, intent: intentFor(`gift:${number()}`, body) })
    mine.value = receipts.keep(number(), receipt.token)
  })

  const reveal = useDo(async () => {
    const opened = await api.post('/api/v1/shops/{slug}/gifts/{number}/reveal', { path: path(), body: { token: mine.value } })
    cards.value = opened.cards
  })

  return { look, mine, cards, receive, reveal, begin }
}
