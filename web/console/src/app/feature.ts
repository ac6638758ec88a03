import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { JobSource } from './jobs'
import type { Asks, Scope } from './rights'

/** The parts of the desk, in the order in which the navigation shows them. */
export const GROUPS = ['desk', 'goods', 'sales', 'risk', 'channels', 'people', 'money', 'market', 'books', 'system', 'shop'] as const
export type Group = (typeof GROUPS)[number]

/** An entry of the navigation; `path` is below the shop or the operator's area. */
export interface Entry extends Asks {
  group: Group
  title: string
  path: string
  icon: Component
  order?: number
}

/** What a folder below features/ brings along; its routes.ts exports one as default and is found by itself. */
export interface Feature {
  area: 'shop' | 'operator'
  routes: RouteRecordRaw[]
  entries: Entry[]
  jobs?: JobSource[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** What is needed to open the page. */
    scope?: Scope | readonly Scope[]
    /** Open as well to those who work for some channels only. */
    partly?: boolean
    /** Anybody may see it, signed in or not. */
    open?: boolean
    /** Open, and shown as well to whoever is signed in. */
    stays?: boolean
    /** Found not in the navigation of a shop, for example the account. */
    alone?: boolean
  }
}
