import { characters, uint16 } from '../bytes.ts';

/** Colorants of sRGB adapted to D50 (IEC 61966-2-1), as profiles hold them: X, Y, Z of red, green and blue. */
const colorants = [
  ['rXYZ', [0.43607, 0.22249, 0.01392]],
  ['gXYZ', [0.38515, 0.71687, 0.09708]],
  ['bXYZ', [0.14307, 0.06061, 0.7141]],
] as const;
/** Profiles round them in their own ways. */
const furthestColorant = 0.002;
/** How far a profile's curve may be from that of sRGB, in levels of 255. */
const furthestLevel = 0.75;

/**
 * Whether colours under an ICC profile are those of sRGB as far as 8 bits tell, whatever the profile calls itself: by
 * its colorants and curves. False where tables of colours would count in their place.
 */
export function isSrgb(icc: Uint8Array): boolean {
  if (icc.length < 132 || characters(icc, 16, 8) !== 'RGB XYZ ') return false;
  const tags = tagsOf(icc);
  if (['A2B0', 'A2B1', 'A2B2', 'D2B0', 'D2B1'].some(name => tags.has(name))) return false;
  const near = colorants.every(([name, wanted]) => {
    const place = tags.get(name);
    if (place === undefined || characters(place, 0, 4) !== 'XYZ ' || place.length < 20) return false;
    return wanted.every((value, i) => Math.abs(fixed(place, 8 + 4 * i) - value) <= furthestColorant);
  });
  return near && ['rTRC', 'gTRC', 'bTRC'].every(name => isSrgbCurve(tags.get(name)));
}

function tagsOf(icc: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(icc);
  const count = Math.min(view.getUint32(128), Math.floor((icc.length - 132) / 12));
  const tags = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const entry = 132 + 12 * i;
    const from = view.getUint32(entry + 4);
    tags.set(characters(icc, entry, 4), icc.subarray(from, from + view.getUint32(entry + 8)));
  }
  return tags;
}

function isSrgbCurve(tag: Uint8Array | undefined): boolean {
  const curve = tag && curveOf(tag);
  if (!curve) return false;
  for (let level = 0; level <= 255; level++) {
    if (!(Math.abs(255 * coded(curve(level / 255)) - level) <= furthestLevel)) return false;
  }
  return true;
}

/** What a curve makes of 0 to 1; null for the kinds that no profile of sRGB has. */
function curveOf(tag: Uint8Array): ((x: number) => number) | null {
  const kind = characters(tag, 0, 4);
  const view = viewOf(tag);
  if (kind === 'para') return formulaOf(tag);
  // curveType: samples at even distances.
  const count = kind === 'curv' && tag.length >= 12 ? view.getUint32(8) : 0;
  if (count < 2 || tag.length < 12 + 2 * count) return null;
  return x => {
    const place = x * (count - 1);
    const low = Math.min(count - 2, Math.floor(place));
    const [from, to] = [view.getUint16(12 + 2 * low), view.getUint16(14 + 2 * low)];
    return (from + (place - low) * (to - from)) / 65_535;
  };
}

/** A parametricCurveType of the two kinds that have a straight piece at the dark end; null for others. */
function formulaOf(tag: Uint8Array): ((x: number) => number) | null {
  const type = uint16(tag, 8);
  if ((type !== 3 && type !== 4) || tag.length < (type === 3 ? 32 : 40)) return null;
  const [g = 0, a = 0, b = 0, c = 0, d = 0] = [12, 16, 20, 24, 28].map(at => fixed(tag, at));
  // Type 3: (a·x + b)^g from d on, c·x below. Type 4 adds e to the one and f to the other.
  const [e = 0, f = 0] = type === 4 ? [fixed(tag, 32), fixed(tag, 36)] : [];
  return x => (x >= d ? (a * x + b) ** g + e : c * x + f);
}

/** The code of a light value in sRGB, 0 to 1. */
function coded(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** s15Fixed16Number */
function fixed(bytes: Uint8Array, at: number): number {
  return viewOf(bytes).getInt32(at) / 65_536;
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}
