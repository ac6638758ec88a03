import { gathered } from '../gathered'

export default gathered(import.meta.glob<Record<string, string>>('./*.json', { eager: true, import: 'default' }))
