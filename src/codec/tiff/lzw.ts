/** LZW as TIFF packs it: codes from the top bit on, of 9 to 12 bits, one longer a code early (TIFF 6.0, section 13). */

const clear = 256;
const end = 257;
const mostCodes = 4096;

/** The first `length` bytes, fewer where the data ends or makes no sense before. */
export function unpackLzw(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  // Each string is the output at the place where it first came up: its start and its length.
  const starts = new Uint32Array(mostCodes);
  const lengths = new Uint16Array(mostCodes);
  let [next, bits, at, held, count, to] = [258, 9, 0, 0, 0, 0];
  let [lastStart, lastLength] = [0, 0];
  while (to < length) {
    while (count < bits && at < packed.length) {
      held = ((held << 8) | (packed[at] ?? 0)) & 0xff_ffff;
      at += 1;
      count += 8;
    }
    if (count < bits) break;
    count -= bits;
    const code = (held >>> count) & ((1 << bits) - 1);
    if (code === end) break;
    if (code === clear) {
      [next, bits, lastLength] = [258, 9, 0];
      continue;
    }
    const start = to;
    if (code < clear) {
      out[to] = code;
      to += 1;
    } else if (code < next || (code === next && lastLength > 0)) {
      // A code that is only now being made: the last string and its own first byte, which the copy comes to in time.
      const own = code === next;
      const from = own ? lastStart : (starts[code] ?? 0);
      const size = Math.min(length - to, own ? lastLength + 1 : (lengths[code] ?? 0));
      for (let i = 0; i < size; i++) out[to + i] = out[from + i] ?? 0;
      to += size;
    } else break;
    if (lastLength > 0 && next < mostCodes) {
      starts[next] = lastStart;
      lengths[next] = lastLength + 1;
      next += 1;
      if (next + 1 >= 2 ** bits && bits < 12) bits += 1;
    }
    [lastStart, lastLength] = [start, to - start];
  }
  return out.subarray(0, to);
}
