export interface Change {
  name: string
  before: string
  after: string
}

const shown = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))

function parts(text: string | undefined | null): Record<string, unknown> {
  if (!text) return {}
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : { '': read }
  } catch {
    return { '': text }
  }
}

/** What differs between two states as the trail keeps them; what stayed is left out. */
export function changes(before: string | undefined | null, after: string | undefined | null): Change[] {
  const [old, now] = [parts(before), parts(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((name) => ({ name, before: shown(old[name]), after: shown(now[name]) })).filter((one) => one.before !== one.after)
}
