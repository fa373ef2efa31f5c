/** RGBA as RGB, in the same memory; four pixels at a time. What is behind the result is rubbish then. */
export function withoutAlpha(rgba: Uint8ClampedArray<ArrayBuffer>): Uint8ClampedArray<ArrayBuffer> {
  const pixels = rgba.length / 4;
  const fours = rgba.byteOffset % 4 === 0 ? pixels >>> 2 : 0;
  const words = new Uint32Array(rgba.buffer, fours === 0 ? 0 : rgba.byteOffset, fours * 4);
  for (let i = 0, j = 0; i < words.length; i += 4, j += 3) {
    const a = words[i] as number;
    const b = words[i + 1] as number;
    const c = words[i + 2] as number;
    const d = words[i + 3] as number;
    words[j] = (a & 0xffffff) | (b << 24);
    words[j + 1] = ((b >>> 8) & 0xffff) | (c << 16);
    words[j + 2] = ((c >>> 16) & 0xff) | (d << 8);
  }
  for (let pixel = fours * 4; pixel < pixels; pixel++)
    rgba.set(rgba.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
  return rgba.subarray(0, pixels * 3);
}
