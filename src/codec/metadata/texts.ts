const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('windows-1252');

/** A text of a file that does not say how it is written: UTF-8 where that makes sense, as phones write it, else Latin-1. */
export function textOfBytes(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = end === -1 ? bytes : bytes.subarray(0, end);
  try {
    return utf8.decode(text);
  } catch {
    return latin.decode(text);
  }
}
