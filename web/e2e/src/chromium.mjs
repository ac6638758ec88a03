import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const MORE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** The machine's own Chromium; WANQU_CHROMIUM names another. */
export function chromium() {
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  for (const place of [process.env.WANQU_CHROMIUM ?? '', ...places, ...MORE]) {
    try {
      accessSync(place, constants.X_OK)
      return place
    } catch {
      continue
    }
  }
  throw new Error('there is no Chromium on this machine; install it or set WANQU_CHROMIUM to its program')
}

/** Root has no sandbox to give, and a container little shared memory. */
export const launchArguments = ['--disable-dev-shm-usage', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
