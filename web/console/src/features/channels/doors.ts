import type { Schemas } from '@wanqu/api-client'

type OwnChannel = Pick<Schemas['OwnChannelResponse'], 'kind' | 'key'>

/** How buyers get in: what a site embeds, the address that is opened, or the key that a page of one's own sends; empty where a messenger is the door. */
export function doorOf(channel: OwnChannel, slug: string, origin: string): string {
  switch (channel.kind) {
    case 'WIDGET':
      return `<script src="${origin}/widget/${slug}.js" data-channel="${channel.key}" async></script>`
    case 'TILL':
      return `${origin}/till/${slug}`
    case 'PAGE':
      return channel.key
    case 'SHOWCASE':
      return `${origin}/go/${slug}/{product}/${channel.key}`
    default:
      return ''
  }
}
