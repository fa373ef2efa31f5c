/**
 * RGB bytes, three a pixel, as luminance: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded, in all three places. In
 * 16-bit fixed point, as image libraries do it.
 */
export function grayBytes(rgb: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(rgb.length);
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [red, green, blue] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
    out.fill((19_595 * red + 38_470 * green + 7_471 * blue + 32_768) >> 16, at, at + 3);
  }
  return out;
}
