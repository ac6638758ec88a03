import { save } from '@/components/table'
import { useAction, type Action } from '@/composables/useAction'

/** The evidence as a file to be handed on. */
export const usePaper = (id: string, read: () => Promise<unknown>): Action<[], void> => useAction(async () => save(await read() as Blob, `evidence-${id}.pdf`))
