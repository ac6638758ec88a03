import { api as typed } from './api'
type Loose = <T = void>(path: string, ask?: { body?: unknown; intent?: { key: string }; query?: Record<string, unknown> }) => Promise<T>
export const api = typed as unknown as { get: Loose; post: Loose; put: Loose; delete: Loose }
