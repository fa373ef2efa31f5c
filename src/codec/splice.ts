/** New bytes put in at one place of a file; what was there moves on. */
export interface Insertion {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A file with insertions, which come in rising order of their places. One copy, however many there are. */
export function splice(file: Uint8Array, insertions: readonly Insertion[]): Uint8Array<ArrayBuffer> {
  const added = insertions.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const out = new Uint8Array(file.length + added);
  let from = 0;
  let to = 0;
  for (const { at, bytes } of insertions) {
    out.set(file.subarray(from, at), to);
    out.set(bytes, to + at - from);
    to += at - from + bytes.length;
    from = at;
  }
  out.set(file.subarray(from), to);
  return out;
}
