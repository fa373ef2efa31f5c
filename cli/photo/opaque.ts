/** Whether every pixel is wholly there. */
export function isOpaque(data: Uint8ClampedArray<ArrayBuffer>): boolean {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  return words.every(word => word >>> 24 === 255);
}
