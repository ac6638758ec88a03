import { firstOperator } from './operator.ts'
import { startWorld, worldOf } from './world.ts'

/** One server for all tests of a run. WANQU_URL (with WANQU_DATA) takes one that runs already. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.WANQU_URL) {
    const there = worldOf(process.env.WANQU_URL, process.env.WANQU_DATA ?? 'data')
    await firstOperator(there)
    process.env.WANQU_WORLD = JSON.stringify(there)
    return async () => undefined
  }
  const { world, stop } = await startWorld()
  await firstOperator(world)
  process.env.WANQU_WORLD = JSON.stringify(world)
  return stop
}
