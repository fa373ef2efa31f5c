import { uint16 } from '../bytes.ts';
import { isFrame, segmentAt } from './segments.ts';
import { type Frame, frameAt, scanAt, unitsOf } from './walk/frame.ts';

/** What the order of markers tells of a JPEG, without following any code of its picture: it costs next to nothing. */
export interface LookedOver {
  /**
   * `odd`: there is an end marker, but before it stands what does not belong there, or less than was promised. `none`: the
   * bytes end without one.
   */
  readonly ending: 'sound' | 'odd' | 'none';
  /** Behind the end marker; where the bytes end if there is none. */
  readonly end: number;
}

/** Goes through the segments of a JPEG to its end marker. Reads no further than its bytes, whatever they promise. */
export function lookOver(bytes: Uint8Array): LookedOver {
  let frame: Frame | null = null;
  /** Units between restart markers; 0 means that there are none. */
  let interval = 0;
  for (let segment = segmentAt(bytes, 2); segment !== null; ) {
    const { marker, from, to } = segment;
    if (marker === 0xd9) return { ending: 'sound', end: to };
    let next = to;
    if (isFrame(marker)) frame = frameAt(bytes, marker, from);
    if (marker === 0xdd) interval = uint16(bytes, from);
    if (marker === 0xda) {
      const scan = frame && scanAt(bytes, from, frame);
      const whole = frame !== null && !frame.progressive && scan?.parts.length === frame.components.length;
      const data = passData(bytes, to);
      const units = whole && frame && scan ? unitsOf(frame, scan) : { across: 0, down: 0 };
      const restarts = interval === 0 ? 0 : Math.ceil((units.across * units.down) / interval) - 1;
      if (data.broken || data.restarts < restarts) return { ending: 'odd', end: bytes.length };
      // Another picture begins, as in files of several, before this one came to an end of its own.
      if (bytes[data.end + 1] === 0xd8) return { ending: 'none', end: bytes.length };
      next = data.end;
    }
    segment = segmentAt(bytes, next);
  }
  return { ending: 'none', end: bytes.length };
}

interface ScanData {
  readonly broken: boolean;
  readonly restarts: number;
  /** Where the marker after the scan stands. */
  readonly end: number;
}

/** Only stuffed zeros and restart markers in their order may follow 0xFF in the data of a scan. */
function passData(bytes: Uint8Array, from: number): ScanData {
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
