const KEPT_MILLIS = 10_000

/** Into the user's downloads; mini programs have none. */
export function saveFile(name: string, file: Blob): void {
  // #ifdef H5
  const anchor = document.createElement('a')
  anchor.href = URL.createObjectURL(file)
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(anchor.href), KEPT_MILLIS)
  // #endif
}
