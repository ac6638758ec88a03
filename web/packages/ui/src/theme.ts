export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEPT = 'wanqu-theme'

/** What the reader chose; storage may be forbidden, and then it is the system's choice. */
export function theme(storage: Pick<Storage, 'getItem'> = localStorage): Theme {
  try {
    return THEMES.find((it) => it === storage.getItem(KEPT)) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Keeps the choice and shows it: tokens.css looks at the attribute. */
export function remember(chosen: Theme, storage: Pick<Storage, 'setItem'> = localStorage, root: HTMLElement = document.documentElement): void {
  if (chosen === 'system') {
    delete root.dataset.theme
  } else {
    root.dataset.theme = chosen
  }
  try {
    storage.setItem(KEPT, chosen)
  } catch {
    // It holds for this page then.
  }
}
