const pieceBytes = 1 << 20;

/**
 * Joins small chunks to pieces of 1 MiB. A zip of ten thousand small photos comes in forty thousand chunks, and each
 * write to a file costs a message between processes.
 *
 * @param onPiece is told the size of every piece, in bytes
 */
export function inLargePieces(
  onPiece: (bytes: number) => void,
): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> {
  let buffer = new Uint8Array(pieceBytes);
  let filled = 0;

  function send(controller: TransformStreamDefaultController<Uint8Array<ArrayBuffer>>): void {
    if (filled === 0) return;
    onPiece(filled);
    controller.enqueue(buffer.subarray(0, filled));
    buffer = new Uint8Array(pieceBytes);
    filled = 0;
  }

  return new TransformStream({
    transform(chunk, controller) {
      for (let from = 0; from < chunk.length; ) {
        const part = chunk.subarray(from, from + pieceBytes - filled);
        buffer.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === pieceBytes) send(controller);
      }
    },
    flush: send,
  });
}
