/** Joins the files of a language: `orders.json` with `title` becomes `orders.title`. */
export function gathered(files: Record<string, Record<string, string>>): Record<string, string> {
  const all: Record<string, string> = {}
  for (const [path, words] of Object.entries(files)) {
    const feature = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
    for (const [key, text] of Object.entries(words)) all[`${feature}.${key}`] = text
  }
  return all
}
