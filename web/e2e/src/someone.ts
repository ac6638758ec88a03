/** A contact of its own for each buyer: the server counts what one person does. */
export const someone = (): string => `lin-${crypto.randomUUID().slice(0, 8)}@example.com`
