/**
 * One row of a piece as levels of 8 bits, `channels` to a pixel.
 *
 * @param count of samples: pixels times channels
 * @param scaled whether fewer bits are spread over all 256 levels; indices into a palette are not
 */
export function samplesOfRow(
  row: Uint8Array,
  count: number,
  bits: number,
  little: boolean,
  scaled: boolean,
): Uint8Array {
  if (bits === 8) return row;
  const out = new Uint8Array(count);
  if (bits === 16) {
    for (let i = 0; i < count; i++) out[i] = Math.round(word(row, i, little) / 257);
    return out;
  }
  const most = 2 ** bits - 1;
  for (let i = 0; i < count; i++) {
    const at = i * bits;
    const value = ((row[at >> 3] ?? 0) >> (8 - bits - (at & 7))) & most;
    out[i] = scaled ? Math.round((value * 255) / most) : value;
  }
  return out;
}

/** Undoes differences between neighbours of a row, in place (TIFF 6.0, section 14). */
export function addDifferences(
  row: Uint8Array,
  count: number,
  channels: number,
  bits: 8 | 16,
  little: boolean,
): void {
  if (bits === 8) {
    for (let i = channels; i < count; i++) row[i] = (row[i] ?? 0) + (row[i - channels] ?? 0);
    return;
  }
  for (let i = channels; i < count; i++) {
    const value = (word(row, i, little) + word(row, i - channels, little)) & 0xffff;
    row[2 * i + (little ? 0 : 1)] = value;
    row[2 * i + (little ? 1 : 0)] = value >> 8;
  }
}

function word(row: Uint8Array, i: number, little: boolean): number {
  const [first, second] = [row[2 * i] ?? 0, row[2 * i + 1] ?? 0];
  return little ? first | (second << 8) : (first << 8) | second;
}
