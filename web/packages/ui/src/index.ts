export { dayOf, formatDay, formatTime, type PageLanguage } from './time'
export { remember, theme, THEMES, type Theme } from './theme'
export { newest, type Newest } from './newest'
export { deviceOf } from './device'
