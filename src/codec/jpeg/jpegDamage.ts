import { uint16 } from '../bytes.ts';

/**
 * Browsers refuse a JPEG that ends too early, but decode one whose middle is broken without a word and fill what is
 * missing with grey or with the wrong parts. Such a photo must not go into an archive unseen. What can be known
 * without decoding is checked here: the order of markers, and, where the camera wrote restart markers, that all of
 * them are there and count up. Damage inside one stretch of entropy-coded data cannot be told from a picture.
 */
export function isJpegDamaged(bytes: Uint8Array): boolean {
  /** Units (MCUs) between restart markers; 0 means that there are none. */
  let interval = 0;
  let frame: Frame | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Decoders skip stray bytes and fill bytes between segments, and so do we.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker === 0xd9) return false;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = uint16(bytes, at + 2);
      if (isFrame(marker)) frame = readFrame(bytes, at + 4, marker);
      if (marker === 0xdd) interval = uint16(bytes, at + 4);
      at += 2 + length;
      if (marker === 0xda) {
        const wholeInOneScan =
          frame !== null && !frame.progressive && bytes[at - length + 2] === frame.components;
        const scan = walkScan(bytes, at);
        if (scan.broken) return true;
        if (wholeInOneScan && frame !== null && restartsMissing(frame, interval, scan.restarts)) return true;
        at = scan.end;
      }
    }
  }
  // No end marker: the browser judges whether enough is there.
  return false;
}

interface Frame {
  readonly progressive: boolean;
  readonly components: number;
  /** MCUs in a scan that holds all components. */
  readonly units: number;
}

/** SOF markers; C4, C8 and CC in their range are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(bytes: Uint8Array, at: number, marker: number): Frame {
  const [height, width] = [uint16(bytes, at + 1), uint16(bytes, at + 3)];
  const components = bytes[at + 5] ?? 0;
  let [across, down] = [1, 1];
  for (let i = 0; i < components; i++) {
    const sampling = bytes[at + 7 + 3 * i] ?? 0x11;
    across = Math.max(across, sampling >> 4);
    down = Math.max(down, sampling & 15);
  }
  // A scan of one component is not interleaved: its units are single blocks, whatever its sampling says.
  if (components === 1) [across, down] = [1, 1];
  const units = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  return { progressive: marker !== 0xc0 && marker !== 0xc1, components, units };
}

interface Scan {
  readonly broken: boolean;
  readonly restarts: number;
  /** Where the marker after the scan stands. */
  readonly end: number;
}

/** Walks over entropy-coded data: only stuffed zeros and restart markers in their order may follow 0xFF in it. */
function walkScan(bytes: Uint8Array, from: number): Scan {
  let restarts = 0;
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next >= 0xd0 && next <= 0xd7) {
      if (next - 0xd0 !== restarts % 8) return { broken: true, restarts, end: at };
      restarts += 1;
    } else if (next > 0 && next < 0xc0) return { broken: true, restarts, end: at };
    else if (next !== 0 && next !== 0xff) return { broken: false, restarts, end: at };
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return { broken: false, restarts, end: bytes.length };
}

function restartsMissing(frame: Frame, interval: number, restarts: number): boolean {
  // A height of 0 is filled in after the scan (DNL), which no camera does.
  if (interval === 0 || frame.units === 0) return false;
  return restarts < Math.ceil(frame.units / interval) - 1;
}
