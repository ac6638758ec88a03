/** A contact of its own for each buyer: the server counts what one person does. */
export const someone = (): string => `lin-${crypto.randomUUID().slice(-12)}@example.com`
