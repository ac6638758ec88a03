import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

const HTTP_IN_PAGES = 'HTTP goes through @wanqu/api-client'

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/target/**', '**/unpackage/**', '**/*.d.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    languageOptions: { globals: { ...globals.browser, uni: 'readonly', wx: 'readonly', tt: 'readonly' } },
    rules: {
      'max-lines': ['error', 300],
      'no-console': 'error',
      eqeqeq: 'error',
      // Words of the house for the layout of templates; the formatter of a reader's editor decides the rest.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': ['error', { allowBinding: true }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
    },
  },
  {
    files: ['shop/src/**', 'console/src/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: HTTP_IN_PAGES }, { name: 'XMLHttpRequest', message: HTTP_IN_PAGES }],
    },
  },
  {
    files: ['**/scripts/**', 'tools/**', 'e2e/**', '**/*.config.{js,ts}'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'off',
      // Playwright's fixtures are told by the pattern of their first parameter, also those that need none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
)
