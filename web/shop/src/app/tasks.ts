/**
 * Goes on in a task of its own. What a page does at once when it opens, it does in pieces, so that a tap between two of them is
 * answered instead of waiting for the last.
 */
export const inItsOwnTask = (): Promise<void> => new Promise((done) => setTimeout(done))
