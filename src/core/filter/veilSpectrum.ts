/**
 * The log spectrum by which `veil` filters are compared (docs/method.md): ln(|H(u,v)| / Σw + 0.02) for u = 0…15
 * and v = 0…8, where H is the 16-point transform of a 3×3 filter.
 *
 * A magnitude does not change when the filter is moved, so the middle tap is taken as the origin; then the columns
 * fold into sums and differences of rows, and u and 16 − u share their cosine. Each bin costs four products.
 */

const us = 16;
const vs = 9;
const floor = 0.02;

/** Values in a spectrum. */
export const spectrumBins = us * vs;

const cos = Float64Array.from({ length: us }, (_, u) => Math.cos((2 * Math.PI * u) / us));
const sin = Float64Array.from({ length: us }, (_, u) => Math.sin((2 * Math.PI * u) / us));

/**
 * Where each bin stands in a spectrum: first those that differ most between filters, so that a comparison is decided
 * early. By measurement they are the ones that are high in one direction and low in the other.
 */
const binAt = binOrder();

function binOrder(): Uint8Array {
  const bins = Array.from({ length: spectrumBins }, (_, bin) => bin);
  const sameness = (bin: number) => (cos[bin % us] ?? 0) * (cos[Math.floor(bin / us)] ?? 0);
  bins.sort((a, b) => sameness(a) - sameness(b));
  const at = new Uint8Array(spectrumBins);
  bins.forEach((bin, place) => {
    at[bin] = place;
  });
  return at;
}

/**
 * Writes the log spectrum of a 3×3 filter.
 *
 * @param w 9 weights in rows, not all zero
 * @param into {@link spectrumBins} values, in an order that is the same for all spectra
 */
export function spectrumOf(w: Float64Array, into: Float64Array): void {
  const [a, b, c] = [w[0] as number, w[1] as number, w[2] as number];
  const [d, e, f] = [w[3] as number, w[4] as number, w[5] as number];
  const [g, h, i] = [w[6] as number, w[7] as number, w[8] as number];
  const scale = 1 / (a + b + c + d + e + f + g + h + i);
  for (let v = 0; v < vs; v++) {
    const cv = cos[v] as number;
    const sv = sin[v] as number;
    // Each row's own transform: real and imaginary part.
    const topRe = b + (a + c) * cv;
    const topIm = (a - c) * sv;
    const middleRe = e + (d + f) * cv;
    const middleIm = (d - f) * sv;
    const bottomRe = h + (g + i) * cv;
    const bottomIm = (g - i) * sv;
    for (let u = 0; u < us; u++) {
      const cu = cos[u] as number;
      const su = sin[u] as number;
      const re = middleRe + (topRe + bottomRe) * cu - (topIm - bottomIm) * su;
      const im = middleIm + (topIm + bottomIm) * cu + (topRe - bottomRe) * su;
      into[binAt[v * us + u] as number] = Math.log(Math.sqrt(re * re + im * im) * scale + floor);
    }
  }
}
