/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Mini programs are built for one shop… */
  readonly VITE_WANQU_SHOP?: string
  /** …of one server. */
  readonly VITE_WANQU_SERVER?: string
  /** …under whose settings it is this program. */
  readonly VITE_WANQU_PROGRAM?: string
}

declare module 'vue-router/dist/vue-router.mjs' {
  export * from 'vue-router'
}
