import type { Problem } from './problem'

export type Language = 'zh-CN' | 'en'
export type ProblemWords = Readonly<Record<string, string>>

/** What a client says of itself, when no server answers. */
const OWN: Record<Language, ProblemWords> = {
  'zh-CN': {
    'client.offline': '网络不可用',
    'client.offline.detail': '没有连上服务器，请检查网络后重试。',
    'client.timeout': '等待超时',
    'client.timeout.detail': '服务器没有及时回应，请重试；重复提交不会重复下单。',
    'client.aborted': '已取消',
    'client.unreadable': '暂时无法完成',
    'client.unreadable.detail': '服务器的回应无法识别，请稍后重试。',
    'client.unknown': '暂时无法完成',
  },
  en: {
    'client.offline': 'You are offline',
    'client.offline.detail': 'The server could not be reached. Check the network and try again.',
    'client.timeout': 'That took too long',
    'client.timeout.detail': 'The server did not answer in time. Try again; nothing is ordered twice.',
    'client.aborted': 'Stopped',
    'client.unreadable': 'That did not work',
    'client.unreadable.detail': 'The answer of the server could not be read. Try again later.',
    'client.unknown': 'That did not work',
  },
}

const load: Record<Language, () => Promise<{ default: ProblemWords }>> = {
  'zh-CN': () => import('../target/problems.zh-CN.json'),
  en: () => import('../target/problems.en.json'),
}

/** The words of all problems in a language. They are a file of their own, so that the first page does not wait for them. */
export async function problemWords(language: Language): Promise<ProblemWords> {
  try {
    return { ...OWN[language], ...(await load[language]()).default }
  } catch {
    // Offline, before the file came: what the client itself knows is still said.
    return OWN[language]
  }
}

export interface Told {
  title: string
  detail: string
}

/** A problem in words; facts take the places of {names}. */
export function tell(problem: Problem, words: ProblemWords): Told {
  const title = words[problem.code] ?? words['client.unknown'] ?? problem.code
  const detail = words[`${problem.code}.detail`] ?? ''
  return { title, detail: detail.replace(/\{(\w+)}/g, (_, name: string) => String(problem.facts[name] ?? '')) }
}
