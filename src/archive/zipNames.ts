/** Code page 437 from 0x80 on: the alphabet of zips that do not say that their names are UTF-8 (APPNOTE, appendix D). */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A file name in a zip without the UTF-8 flag. macOS and many Linux programs write UTF-8 without saying so, hence
 * that is tried first: text in code page 437 hardly ever happens to be valid UTF-8.
 */
export function decodeZipName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, byte => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80])).join(
      '',
    );
  }
}

/**
 * The path of an entry with forward slashes; old Windows programs write backslashes. `safe` is false for names that
 * would leave the folder that a zip is unpacked to: `../`, absolute paths, drive letters, control characters.
 */
export function readZipPath(name: string): { readonly path: string; readonly safe: boolean } {
  const path = name.replaceAll('\\', '/');
  const leaves = path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return { path, safe: !leaves && !/[\u0000-\u001f\u007f]/.test(path) };
}
