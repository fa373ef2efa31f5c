/** How unpacking a zlib stream ended: at its own end, before it because bytes are missing, at bytes that make no sense, or when enough was seen. */
export type Inflated = 'whole' | 'short' | 'broken' | 'stopped';

/** Hands the pieces of what a zlib stream holds to `take`, until that says no more. */
export async function inflateTo(
  packed: Uint8Array<ArrayBuffer>,
  take: (piece: Uint8Array<ArrayBuffer>) => boolean,
): Promise<Inflated> {
  const stream = new DecompressionStream('deflate');
  const fed = feed(stream.writable.getWriter(), packed);
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (take(next.value)) continue;
      await reader.cancel().catch(() => undefined);
      return 'stopped';
    }
    return 'whole';
  } catch {
    // Bytes that make no sense are refused as they come, and missing ones when there are no more.
    return (await fed) ? 'short' : 'broken';
  }
}

/** Gives whether all bytes were taken. */
async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    await writer.write(bytes);
  } catch {
    return false;
  }
  await writer.close().catch(() => undefined);
  return true;
}

/** The first `most` bytes of a zlib stream, fewer where it ends or breaks off before. */
export async function inflateStart(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(most);
  let filled = 0;
  await inflateTo(packed, piece => {
    const room = piece.subarray(0, most - filled);
    out.set(room, filled);
    filled += room.length;
    return filled < most;
  });
  return out.subarray(0, filled);
}
