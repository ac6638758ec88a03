/** An answer that comes in these pieces. */
export function streamed(...pieces: string[]): Response {
  const bytes = new TextEncoder()
  return new Response(new ReadableStream({
    start(stream) {
      pieces.forEach((piece) => stream.enqueue(bytes.encode(piece)))
      stream.close()
    },
  }))
}
