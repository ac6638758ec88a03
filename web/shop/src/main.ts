import { createSSRApp } from 'vue'
import App from './App.vue'
// #ifdef H5
import { inItsOwnTask } from './app/tasks'
// #endif

export function createApp() {
  const app = createSSRApp(App)
  // #ifdef H5
  const mount = app.mount
  Object.assign(app, { mount: (where: string) => void inItsOwnTask().then(() => mount(where)) })
  // #endif
  return { app }
}
