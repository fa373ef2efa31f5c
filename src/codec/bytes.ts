/** Reading numbers and names from the bytes of a picture. Past the end everything reads as 0. */

/** Big-endian, as in PNG, JPEG and ISO media files. */
export function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Big-endian. */
export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);
}

/** Little-endian, as in BMP and GIF. */
export function uint16LE(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Little-endian, as in RIFF and BMP. */
export function uint32LE(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return low + (bytes[at + 3] ?? 0) * 0x100_0000;
}

/** `length` bytes as Latin-1 characters, fewer at the end. */
export function characters(bytes: Uint8Array, at: number, length: number): string {
  const end = Math.min(at + length, bytes.length);
  let text = '';
  for (let i = at; i < end; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}
