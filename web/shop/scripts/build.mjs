// Builds the shop for browsers and for both mini programs, one after the other, and looks whether each has all its pages.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = join(dirname(fileURLToPath(import.meta.url)), '..')
const uni = join(dirname(createRequire(join(here, 'package.json')).resolve('@dcloudio/vite-plugin-uni/package.json')), 'bin/uni.js')
const pages = JSON.parse(readFileSync(join(here, 'src/pages.json'), 'utf8')).pages.map((page) => page.path)
const wanted = process.argv.slice(2)
const TARGETS = ['h5', 'mp-weixin', 'mp-toutiao'].filter((target) => wanted.length === 0 || wanted.includes(target))
/** What marketplaces of mini programs take as one package, in bytes. */
const PACKAGE_MAX = 2 * 1024 * 1024

function missing(target) {
  const built = join(here, 'dist/build', target)
  if (target === 'h5') return ['index.html'].filter((file) => !existsSync(join(built, file)))
  const { pages: listed } = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8'))
  return pages.filter((page) => !listed.includes(page) || !existsSync(join(built, `${page}.json`)))
}

const sizeOf = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((it) => it.isFile())
  .reduce((sum, it) => sum + statSync(join(it.parentPath ?? it.path, it.name)).size, 0)

for (const target of TARGETS) {
  const built = join(here, 'dist/build', target)
  rmSync(built, { recursive: true, force: true })
  const done = spawnSync(process.execPath, [uni, 'build', '-p', target], { cwd: here, encoding: 'utf8' })
  if (done.status !== 0 || !existsSync(built)) {
    console.error(done.stdout + done.stderr)
    console.error(`${target}: the build failed`)
    process.exit(1)
  }
  const gone = missing(target)
  if (gone.length > 0) {
    console.error(`${target}: without ${gone.join(', ')}`)
    process.exit(1)
  }
  const bytes = sizeOf(built)
  if (target !== 'h5' && bytes > PACKAGE_MAX) {
    console.error(`${target}: ${bytes} bytes, a package may have ${PACKAGE_MAX}`)
    process.exit(1)
  }
  console.log(`${target}: ${pages.length} pages, ${Math.round(bytes / 1024)} KB`)
}
