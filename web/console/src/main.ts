import { createApp } from 'vue'
import App from './app/App.vue'
import { watchEverything } from './app/errors'
import { speak } from './app/i18n'
import { router } from './app/router'
import './app/theme'
import '@wanqu/ui/tokens.css'
import '@wanqu/ui/base.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/element.css'

await speak()
const app = createApp(App)
watchEverything(app)
app.use(router)
app.mount('#app')
