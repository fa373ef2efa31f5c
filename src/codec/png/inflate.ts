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

/**
 * Hands the pieces of what a zlib stream holds to `take`, until that says no more. Gives whether the stream came to its own
 * end, checksum included.
 */
export async function inflateTo(
  packed: Uint8Array<ArrayBuffer>,
  take: (piece: Uint8Array<ArrayBuffer>) => boolean,
): Promise<boolean> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (take(next.value)) continue;
      await reader.cancel().catch(() => undefined);
      return false;
    }
    return true;
  } catch {
    return false;
  }
}
