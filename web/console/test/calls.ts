import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const sources = import.meta.glob<string>('../src/**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })
const texts = new Map(Object.entries(sources).map(([path, text]) => [path.replace('../src/', ''), text]))
const ADDRESS = /['"`](\/api\/v1\/[^'"`]*)['"`]/g
const VERB = /api\.(get|post|put|patch|delete)\(/g

/** Who may call what, as the server's own tests hold it. */
export interface Access {
  verb: string
  parts: string[]
  scope: string | undefined
}

export interface Call {
  file: string
  verb: string
  address: string
}

const partsOf = (address: string): string[] => (address.split('?')[0] ?? '').replace(/([^/])\$\{.*$/, '$1').replace(/\$\{[^}]*\}/g, '{x}').split('/')

export function access(): Access[] {
  const table = readFileSync(resolve(import.meta.dirname, '../../../server/src/test/resources/access/table.txt'), 'utf8')
  return table.split('\n').flatMap((line) => {
    const [verb = '', address = '', rule = '', more = ''] = line.split(/\s+/)
    if (!/^(GET|PUT|POST|DELETE|PATCH)$/.test(verb)) return []
    const scope = rule === 'operator' ? more : rule
    return [{ verb, parts: partsOf(address), scope: scope.includes(':') ? scope : undefined }]
  })
}

/** The row of a call; where several fit, the one with most words in common. */
export function rowOf(call: Call, rows: Access[]): Access | undefined {
  const wanted = partsOf(call.address)
  const free = (part: string | undefined): boolean => part === undefined || part.startsWith('{')
  const fits = rows.filter((row) => row.verb === call.verb && row.parts.length <= wanted.length && wanted.slice(row.parts.length).every(free)
    && row.parts.every((part, at) => free(part) || free(wanted[at]) || part === wanted[at]))
  const alike = (row: Access): number => row.parts.filter((part, at) => part === wanted[at] || (free(part) && free(wanted[at]))).length
  return fits.sort((one, other) => alike(other) - alike(one))[0]
}

const named = (file: string): boolean => file.endsWith('/calls.ts')

/** Calls that a folder gives names in its calls.ts are made by the files that use the names. */
function users(file: string, before: string): string[] {
  const name = [...before.matchAll(/(\w+)(?::| =) \(/g)].at(-1)?.[1] ?? ''
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  return [...texts].filter(([other, text]) => other.startsWith(folder) && other !== file && new RegExp(`(calls\\.|[^.\\w])${name}\\(`).test(text)).map(([other]) => other)
}

/** Every call to the server that the console's sources name; a stream is read. */
export function calls(): Call[] {
  return [...texts].flatMap(([file, text]) => [...text.matchAll(ADDRESS)].flatMap((found) => {
    const before = text.slice(0, found.index)
    const verb = ([...before.matchAll(VERB)].at(-1)?.[1] ?? 'get').toUpperCase()
    return (named(file) ? users(file, before) : [file]).map((one) => ({ file: one, verb, address: found[1] ?? '' }))
  }))
}

function importsOf(file: string): string[] {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : ''
  return [...(texts.get(file) ?? '').matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].flatMap((found) => {
    const path = found[1] ?? found[2] ?? ''
    const whole = path.startsWith('@/') ? path.slice(2) : path.startsWith('.') ? resolve('/', folder, path).slice(1) : ''
    return [whole, `${whole}.ts`].filter((one) => texts.has(one))
  })
}

const importers = new Map<string, string[]>()
for (const file of texts.keys()) for (const used of importsOf(file)) importers.set(used, [...(importers.get(used) ?? []), file])

/** What a routes.ts asks of a page, in words that name the scopes; a line of it is one page. */
function routeScopes(routes: string, page: string): string[] {
  const text = texts.get(routes) ?? ''
  const usual = /const scope = '([^']+)'/.exec(text)?.[1] ?? ''
  return text.split('\n').filter((line) => line.includes(`import('./${page.split('/').at(-1)}')`))
    .map((line) => /scope: (\[[^\]]*\]|'[^']+')/.exec(line)?.[1] ?? (/\bscope\b/.test(line) ? usual : ''))
}

const asks = (file: string, scope: string): boolean => new RegExp(`(may|maySomewhere)\\('${scope}'\\)|scope: '${scope}'`).test(texts.get(file) ?? '')

/** Whether nobody gets to this file without having been asked for the scope: by itself, by its page's route, or by all that use it. */
export function guarded(file: string, scope: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return true
  seen.add(file)
  if (file.endsWith('routes.ts')) return new RegExp(`scope( =|:) '${scope}'`).test(texts.get(file) ?? '')
  if (asks(file, scope)) return true
  const users = (importers.get(file) ?? []).filter((user) => user !== file)
  return users.length > 0 && users.every((user) => (user.endsWith('routes.ts') && file.endsWith('.vue')
    ? routeScopes(user, file).every((one) => one.includes(scope))
    : !user.endsWith('routes.ts') && guarded(user, scope, seen)))
}
