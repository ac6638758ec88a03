/** Whether the text really lies in the clipboard now: a page that says "copied" must not lie about a code. */
export async function copy(text: string): Promise<boolean> {
  // #ifdef H5
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
  // #endif
  // #ifndef H5
  return new Promise((done) => uni.setClipboardData({ data: text, showToast: false, success: () => done(true), fail: () => done(false) }))
  // #endif
}

// #ifdef H5
/** For pages that are not served by https, where browsers hide the clipboard. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'only-heard'
  const before = document.activeElement
  const parent = document.querySelector('dialog[open]') ?? document.body
  parent.append(area)
  area.select()
  let done: boolean
  try {
    done = document.execCommand('copy')
  } catch {
    done = false
  }
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
// #endif
