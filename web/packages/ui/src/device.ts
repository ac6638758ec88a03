const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'], [/aweme|Bytedance|ToutiaoMicroApp/i, 'Douyin'], [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
]

/** Words for what a browser says of itself; nothing where it says nothing that people would know again. */
export function deviceOf(agent: string): string {
  const named = (all: [RegExp, string][]) => all.find(([sign]) => sign.test(agent))?.[1]
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ')
}
