import { chromium, launchArguments } from './chromium.mjs'

export const browser = () => ({ browserName: 'chromium' as const, launchOptions: { executablePath: chromium(), args: launchArguments } })

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true }
export const DESKTOP = { viewport: { width: 1440, height: 900 } }
