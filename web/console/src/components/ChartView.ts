import { defineAsyncComponent } from 'vue'

/** The chart without its library in the first load. */
export const ChartView = defineAsyncComponent(() => import('./ChartBox.vue'))
