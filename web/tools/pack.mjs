// Puts the built pages together for the server: each file with its compressed forms, and a list of them. Ends badly when a
// front end's first load has grown over its budget.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const web = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(web, 'dist/pages')
const FRONT_ENDS = [
  { name: 'shop', built: 'shop/dist/build/h5', budget: 150 * 1024 },
  { name: 'console', built: 'console/dist', budget: 400 * 1024 },
]
const TYPES = {
  '.html': 'text/html;charset=UTF-8', '.js': 'text/javascript;charset=UTF-8', '.css': 'text/css;charset=UTF-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.txt': 'text/plain;charset=UTF-8', '.webmanifest': 'application/manifest+json',
}
const COMPRESSED = ['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest']
const WORTH_BYTES = 400

const below = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name)).sort()

function forms(bytes, ending) {
  if (!COMPRESSED.includes(ending) || bytes.length < WORTH_BYTES) return []
  return [
    { name: 'br', ending: '.br', bytes: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) },
    { name: 'gzip', ending: '.gz', bytes: gzipSync(bytes, { level: 9 }) },
  ].filter((it) => it.bytes.length < bytes.length)
}

function pack({ name, built }) {
  const folder = join(web, built)
  return below(folder).filter((file) => !file.endsWith('.map')).map((file) => {
    const path = `${name}/${file.slice(folder.length + 1).replaceAll('\\', '/')}`
    const type = TYPES[extname(file)]
    if (!type) throw new Error(`${path}: nobody knows how to serve this`)
    const bytes = readFileSync(file)
    const made = forms(bytes, extname(file))
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), bytes)
    made.forEach((it) => writeFileSync(join(out, path) + it.ending, it.bytes))
    return { path, type, tag: createHash('sha256').update(bytes).digest('hex').slice(0, 16), forms: made.map((it) => it.name) }
  })
}

/** What a module loads before it runs. */
const imports = (code) => [...code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map((it) => it[1])

/** The compressed size of the scripts that the first page waits for. */
export function firstLoad(folder) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const open = [...page.matchAll(/(?:src|href)="[^"]*\/(assets\/[\w.-]+\.js)"/g)].map((it) => it[1])
  const seen = new Map()
  while (open.length > 0) {
    const file = open.pop()
    if (seen.has(file)) continue
    const code = readFileSync(join(folder, file))
    seen.set(file, gzipSync(code, { level: 9 }).length)
    open.push(...imports(code.toString()).map((it) => `assets/${it}`))
  }
  return [...seen.values()].reduce((sum, it) => sum + it, 0)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const files = []
  let fat = false
  for (const one of FRONT_ENDS.filter((it) => existsSync(join(web, it.built, 'index.html')))) {
    files.push(...pack(one))
    const bytes = firstLoad(join(web, one.built))
    fat ||= bytes > one.budget
    console.log(`${one.name}: first load ${(bytes / 1024).toFixed(1)} KB of scripts (gzip), ${one.budget / 1024} KB are allowed`)
  }
  writeFileSync(join(out, 'files.json'), JSON.stringify({ files }, null, 1) + '\n')
  process.exit(fat ? 1 : 0)
}
