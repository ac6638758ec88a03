/** Which shop this is and where it lies. The server writes it into the page; a mini program is built for one shop. */
export interface Entry {
  shop: string
  /** Before every address of the shop: /s/demo, or nothing on the shop's own domain. */
  base: string
  /** Where the server is; empty in a browser, where it is where the page came from. */
  server: string
}

function read(): Entry {
  // #ifdef H5
  const told = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="wanqu:${name}"]`)?.content ?? ''
  const inPath = /^\/s\/([^/]+)/.exec(location.pathname)?.[1] ?? ''
  // The door of an installation with many shops is the server's own page; there is nothing for this program to do.
  if (told('shop') === '' && inPath === '') document.querySelector('#app')?.remove()
  const shop = told('shop') || decodeURIComponent(inPath)
  return { shop, base: told('base') || (inPath ? `/s/${inPath}` : ''), server: '' }
  // #endif
  // #ifndef H5
  return { shop: import.meta.env.VITE_WANQU_SHOP ?? 'demo', base: '', server: import.meta.env.VITE_WANQU_SERVER ?? '' }
  // #endif
}

export const entry: Entry = read()

/** The name under which the operator has set up this mini program, for its platform's log-in and for payments in it. */
export function programName(): string {
  let name = ''
  // #ifdef MP-WEIXIN
  name = import.meta.env.VITE_WANQU_PROGRAM ?? 'wechat'
  // #endif
  // #ifdef MP-TOUTIAO
  name = import.meta.env.VITE_WANQU_PROGRAM ?? 'douyin'
  // #endif
  return name
}
