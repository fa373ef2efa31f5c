import { meanColoursLength } from '../meanColours.ts';

/** Fields along a side of mean colours, and waves along a side of what they are turned into. */
const side = 6;
const channels = 3;

/** Numbers of a photo: 6 × 6 waves of luma, blue-yellow and red-green. */
export const slowWavesLength = meanColoursLength;

/** cos(π (2x + 1) u / 12), normed so that the transform keeps lengths (DCT-II). */
const wave = Array.from({ length: side }, (_, u) =>
  Float64Array.from(
    { length: side },
    (_, x) => Math.sqrt((u === 0 ? 1 : 2) / side) * Math.cos((Math.PI * (2 * x + 1) * u) / (2 * side)),
  ),
);

/**
 * How strong each slow wave of colour is, whichever way it goes: ln(1 + c²) of the cosine transform of a photo's mean
 * colours, in luma and the two colour differences of ITU-R BT.601. Casts of different keys have different signs, so what
 * is common to them is in the squares alone.
 *
 * @param colours as `meanColours` gives them
 */
export function slowWavesOf(colours: Float32Array): Float32Array<ArrayBuffer> {
  const planes = Array.from({ length: channels }, () => new Float64Array(side * side));
  for (let field = 0; field < side * side; field++) {
    const [red, green, blue] = [0, 1, 2].map(c => colours[field * channels + c] as number) as [
      number,
      number,
      number,
    ];
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    const values = [luma, (blue - luma) / 1.772, (red - luma) / 1.402];
    for (const [c, plane] of planes.entries()) plane[field] = values[c] as number;
  }
  const out = new Float32Array(slowWavesLength);
  for (const [c, plane] of planes.entries()) {
    for (const [i, strength] of transformed(plane).entries())
      out[c * side * side + i] = Math.log1p(strength * strength);
  }
  return out;
}

function transformed(plane: Float64Array): Float64Array {
  return Float64Array.from({ length: side * side }, (_, i) => {
    const [down, across] = [wave[Math.floor(i / side)] as Float64Array, wave[i % side] as Float64Array];
    return plane.reduce((sum, value, at) => {
      return sum + value * (down[Math.floor(at / side)] as number) * (across[at % side] as number);
    }, 0);
  });
}
