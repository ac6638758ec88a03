import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const START_MILLIS_MAX = 180_000
const STOP_MILLIS_MAX = 20_000
const JVM = ['-XX:+UseSerialGC', '-XX:+UseCompactObjectHeaders', '-XX:TieredStopAtLevel=1', '-Xmx768m', '--sun-misc-unsafe-memory-access=allow',
  '--enable-native-access=ALL-UNNAMED']

/** What a test knows of the server it runs against. */
export interface World {
  url: string
  /** Where the simulated marketplaces are controlled; empty where there are none. */
  simulators: string
  /** What the demo wrote down: token, shop, skus, and the owner's log-in. */
  demo: Record<string, string>
  operatorToken: string
  data: string
}

/** Below the ports that a system gives to those who call, so that nobody takes it while the server starts. */
const PORT_MIN = 20_000
const PORTS = 10_000

const probe = () => new Promise<Server>((resolve, reject) => {
  const server = createServer()
  server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(probe()) : reject(error)))
  server.listen(PORT_MIN + Math.floor(Math.random() * PORTS), '127.0.0.1', () => resolve(server))
})

/** Both are held before one is let go, so that they are two. */
async function freePorts(): Promise<[number, number]> {
  const held = [await probe(), await probe()]
  const [one = 0, other = 0] = held.map((it) => (it.address() as AddressInfo).port)
  await Promise.all(held.map((it) => new Promise((done) => it.close(done))))
  return [one, other]
}

const java = () => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java')

function jar(...places: string[]): string {
  const found = places.map((place) => join(ROOT, place)).find((place) => existsSync(place))
  if (!found) throw new Error(`none of ${places.join(', ')} is there; build the server first (bin/run does)`)
  return found
}

function start(name: string, data: string, program: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const log = openSync(join(data, `${name}.log`), 'w')
  return spawn(program, args, { stdio: ['ignore', log, log], env: { ...process.env, ...env } })
}

async function until(what: string, child: ChildProcess, log: string, look: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + START_MILLIS_MAX
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`${what} ended by itself:\n${readFileSync(log, 'utf8').slice(-4000)}`)
    if (await look().catch(() => false)) return
    await new Promise((go) => setTimeout(go, 150))
  }
  throw new Error(`${what} was not ready in time:\n${readFileSync(log, 'utf8').slice(-4000)}`)
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) {
      done()
      return
    }
    const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MILLIS_MAX)
    child.on('exit', () => {
      clearTimeout(hard)
      done()
    })
    child.kill('SIGTERM')
  })
}

async function seed(port: number, data: string): Promise<void> {
  const seeding = start('seed', data, process.execPath, [join(ROOT, 'bin/lib/seed.mjs')],
    { WANQU_PORT: String(port), WANQU_DATA: data, WANQU_DEMO_ORDERS_A_MINUTE: process.env.WANQU_DEMO_ORDERS_A_MINUTE ?? '0' })
  const code = await new Promise<number | null>((done) => seeding.on('exit', done))
  if (code !== 0) throw new Error(`the demo data did not get in:\n${readFileSync(join(data, 'seed.log'), 'utf8').slice(-4000)}`)
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

/** The platforms of mini programs, played by a simulator: the names under which a program signs in, and what it is called there. */
export const PROGRAMS = { wechat: 'wxd678efh567hg6787', douyin: 'tt0123456789abcdef' }

const program = (simulators: string, name: keyof typeof PROGRAMS, dialect: string, path: string) =>
  Object.entries({ dialect, endpoint: `${simulators}/mini/${name}${path}`, 'app-id': PROGRAMS[name], secret: 'mini-secret' }).map(([key, value]) => `--wanqu.mini.programs.${name}.${key}=${value}`)

/** The server as it is shipped, simulators beside it, on free ports, with data of its own and a filled demo shop. */
export async function startWorld(): Promise<{ world: World; stop: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'wanqu-e2e-'))
  const [port, simulatorPort] = await freePorts()
  const url = `http://localhost:${port}`
  const simulators = `http://127.0.0.1:${simulatorPort}`
  writeFileSync(join(data, 'simulators.url'), simulators)
  const simulator = start('simulators', data, java(), ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx256m', '-jar',
    jar('simulators/target/wanqu-simulators-exec.jar', 'target/run/simulators.jar'), '--port', String(simulatorPort)])
  const server = start('server', data, java(), [...JVM, '-jar', jar('server/target/wanqu.jar', 'target/run/app/wanqu.jar'), '--wanqu.demo=true',
    '--spring.main.banner-mode=off', '--wanqu.web.trusted-proxies=127.0.0.1,::1',
    ...program(simulators, 'wechat', 'QUERY', '/sns/jscode2session'), ...program(simulators, 'douyin', 'BODY', '/api/apps/v2/jscode2session')], { WANQU_PORT: String(port), WANQU_DATA: data, WANQU_PUBLIC_URL: url })
  const end = async () => {
    await Promise.all([stop(server), stop(simulator)])
    if (process.env.WANQU_KEEP !== 'true') rmSync(data, { recursive: true, force: true })
  }
  try {
    await until('the server', server, join(data, 'server.log'), async () => (await fetch(`${url}/actuator/health`)).ok && existsSync(join(data, 'demo.json')))
    await seed(port, data)
  } catch (error) {
    await end()
    throw error
  }
  return { world: worldOf(url, data, simulators), stop: end }
}

/** A server that somebody else has started, with its data folder. */
export const worldOf = (url: string, data: string, simulators = read(join(data, 'simulators.url'))): World => ({
  url, simulators, data,
  demo: JSON.parse(read(join(data, 'demo.json')) || '{}') as Record<string, string>,
  operatorToken: read(join(data, 'operator.token')),
})
