import { fileURLToPath } from 'node:url'
import uniPlugin from '@dcloudio/vite-plugin-uni'
import type { AtRule, Plugin, Rule } from 'postcss'
import { defineConfig } from 'vite'

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
      rule.selector = rule.selector.replace(/:root(\[[^\]]*\]|:not\([^)]*\))*/g, 'page')
    })
    root.walkDecls((declaration) => {
      declaration.value = declaration.value.replace(/(\d*\.?\d+)rem\b/g, (_, count: string) => `${Number(count) * REM}px`)
    })
  },
}

export default defineConfig({
  base: h5 ? '/shop/' : undefined,
  plugins: [uni()],
  resolve: {
    alias: h5 ? [{ find: /^vue-router$/, replacement: fileURLToPath(new URL('src/app/history.ts', import.meta.url)) }] : [],
  },
  css: h5 ? {} : { postcss: { plugins: [forMiniPrograms] } },
  build: { target: 'es2020', cssTarget: 'chrome90', chunkSizeWarningLimit: 200 },
  server: { proxy: { '/api': process.env.WANQU_SERVER ?? 'http://localhost:8080' } },
})
