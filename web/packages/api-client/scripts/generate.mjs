// Writes target/: the types of the API from its description, and the words of its problems from the server's own files.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../../..')
const target = join(here, '../target')
const api = join(root, 'docs/api/openapi.json')
const problems = join(root, 'server/src/main/resources/problems')

export const hash = (text) => createHash('sha256').update(text).digest('hex')

/** Java's properties as far as our files go: key=value, # for remarks, \: \= \\ and \n escaped. */
export function properties(text) {
  const unescaped = (value) => value.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign))
  return Object.fromEntries(text.split(/\r?\n/).filter((line) => /^[a-z]/.test(line)).map((line) => {
    const at = line.search(/(?<!\\)=/)
    return [unescaped(line.slice(0, at)).trim(), unescaped(line.slice(at + 1)).trim()]
  }))
}

/** All problem words, the key is the code or code.detail. */
export function words() {
  const found = { en: {}, 'zh-CN': {} }
  for (const file of readdirSync(problems).filter((name) => name.endsWith('.properties')).sort()) {
    Object.assign(found[file.endsWith('_zh_CN.properties') ? 'zh-CN' : 'en'], properties(readFileSync(join(problems, file), 'utf8')))
  }
  return found
}

/** What everything that is generated depends on. */
export const source = () => hash(readFileSync(api, 'utf8') + JSON.stringify(words()) + readFileSync(fileURLToPath(import.meta.url), 'utf8'))

function written() {
  try {
    return readFileSync(join(target, 'source.txt'), 'utf8')
  } catch {
    return ''
  }
}

async function generate() {
  const { default: openapi, astToString } = await import('openapi-typescript')
  const types = await openapi(pathToFileURL(api), { alphabetize: true })
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'api.d.ts'), astToString(types))
  for (const [language, said] of Object.entries(words())) {
    writeFileSync(join(target, `problems.${language}.json`), JSON.stringify(said, null, 1) + '\n')
  }
  writeFileSync(join(target, 'source.txt'), source())
}

if (process.argv[1] === fileURLToPath(import.meta.url) && written() !== source()) {
  await generate()
}
