import { fileURLToPath } from 'node:url'
import uniPlugin from '@dcloudio/vite-plugin-uni'
import type { AtRule, Plugin, Rule } from 'postcss'
import { defineConfig, type Plugin as VitePlugin } from 'vite'

// The package is CommonJS; what Node hands over depends on how the configuration is loaded.
const uni = ((uniPlugin as unknown as { default?: typeof uniPlugin }).default ?? uniPlugin)
const h5 = process.env.UNI_PLATFORM === 'h5' || process.env.UNI_PLATFORM === undefined
const REM = 16

/** Mini programs know neither layers nor :root nor rem: the shared tokens are written for them as they want them. */
const forMiniPrograms: Plugin = {
  postcssPlugin: 'wanqu-mini-programs',
  OnceExit(root) {
    root.walkAtRules('layer', (layer: AtRule) => {
      if (layer.nodes === undefined) layer.remove()
      else layer.replaceWith(layer.nodes)
    })
    root.walkRules((rule: Rule) => {
      // There a host decides between light and dark, and asks by the media query alone.
      if (rule.selector.includes('[data-theme="dark"]')) {
        rule.remove()
        return
      }
      rule.selector = rule.selector.replace(/:root(\[[^\]]*\]|:not\([^)]*\))*/g, 'page')
    })
    root.walkDecls((declaration) => {
      declaration.value = declaration.value.replace(/(\d*\.?\d+)rem\b/g, (_, count: string) => `${Number(count) * REM}px`)
    })
  },
}

/** uni-app's own sheet fetches a shadow from its maker's servers; nothing here is fetched from anybody else. */
const noStrangers: VitePlugin = {
  name: 'wanqu-no-strangers',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css')) {
        file.source = String(file.source).replace(/url\(["']?https?:[^)]*\)/g, 'none')
      }
    }
  },
}

/** Parts from outside this folder would begin with dots, and be taken for a way up instead of a name. */
const plainNames: VitePlugin = {
  name: 'wanqu-plain-names',
  enforce: 'post',
  outputOptions(options) {
    const named = options.chunkFileNames
    return {
      ...options,
      chunkFileNames: (chunk) => (typeof named === 'function' ? named(chunk) : named ?? 'assets/[name]-[hash].js').replace(/(?:\.\.-)+/g, '').replace('@', ''),
    }
  },
}

/**
 * What nearly every page needs is one file of each kind, where it would be a dozen small ones that a telephone asks for one by one.
 * App.vue is among it for the sake of its sheet: what all pages build on comes first, and what a component changes of it after that.
 */
const oneKit: VitePlugin = {
  name: 'wanqu-one-kit',
  enforce: 'post',
  outputOptions: (options) => ({ ...options, manualChunks: (id) => (/\/shop\/src\/(App\.vue|(app|components|layouts)\/)/.test(id) ? 'kit' : undefined) }),
}

/** Mini programs load no part of themselves later: what browsers fetch when they need it is there from the start. */
const nothingLater: VitePlugin = {
  name: 'wanqu-nothing-later',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('api-client/src/words')) return null
    const heads: string[] = []
    const body = code.replace(/import\('([^']+)'\)/g, (_, file: string) => {
      heads.push(`import later${heads.length} from '${file}'`)
      return `Promise.resolve({ default: later${heads.length - 1} })`
    })
    return { code: `${heads.join('\n')}\n${body}`, map: null }
  },
}

export default defineConfig({
  base: h5 ? '/shop/' : undefined,
  plugins: [...(h5 ? [noStrangers, plainNames, oneKit] : [nothingLater]), uni({ vueOptions: { script: { propsDestructure: true } } })],
  resolve: {
    alias: h5 ? [{ find: /^vue-router$/, replacement: fileURLToPath(new URL('src/app/history.ts', import.meta.url)) }] : [],
  },
  css: h5 ? {} : { postcss: { plugins: [forMiniPrograms] } },
  // One sheet for all pages is smaller than the requests for its parts would be; mini programs have a sheet for each page.
  build: { cssCodeSplit: !h5, target: 'es2020', cssTarget: 'chrome90', chunkSizeWarningLimit: 200 },
  server: { proxy: { '/api': process.env.WANQU_SERVER ?? 'http://localhost:8080' } },
})
