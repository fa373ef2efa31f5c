import { lookOver } from '../jpeg/lookOver.ts';
import { headSegments, isFrame } from '../jpeg/segments.ts';
import type { Place } from './describeRaw.ts';

/**
 * Every place in a raw file of unknown build where a whole JPEG lies: its pixels begin and end as they should. Sensor data may
 * look like the beginning of one, but not like all of it.
 */
export function scanForJpegs(bytes: Uint8Array): readonly Place[] {
  const places: Place[] = [];
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] !== 0xd8 || bytes[at + 2] !== 0xff) continue;
    const rest = bytes.subarray(at);
    if (!hasFrame(rest)) continue;
    const { ending, end } = lookOver(rest);
    if (ending !== 'sound') continue;
    places.push({ from: at, bytes: end });
    at += end - 1;
  }
  return places;
}

/** Only what stands before the pixels: a false beginning must not cost a walk through the file. */
function hasFrame(bytes: Uint8Array): boolean {
  let segments = 0;
  for (const { marker } of headSegments(bytes)) {
    if (isFrame(marker)) return true;
    segments += 1;
    if (segments > 100) return false;
  }
  return false;
}
