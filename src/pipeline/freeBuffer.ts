/**
 * Gives a buffer's memory back now, and empties it for all who still have it. Browsers collect such buffers by and by,
 * and a photo's pixels weigh 50 MB. Where they cannot be given back at once it does nothing.
 */
export function freeBuffer({ buffer }: Uint8ClampedArray<ArrayBuffer> | Uint8Array<ArrayBuffer>): void {
  // Browsers of early 2024 lack it; a buffer that is gone already would throw.
  if (buffer.byteLength > 0 && 'transfer' in buffer) buffer.transfer(0);
}
