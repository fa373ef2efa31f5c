import { expect, it } from 'vitest';
import { CastField } from '../../src/core/cast/castField.ts';
import { normaliseLabel } from '../../src/core/label.ts';
import { filterOperator, frameOf, placeIn, plainCorrelator } from '../../src/core/restoreFilter.ts';
import { veilOperator, veilShape } from '../../src/trace/core/restoreVeil.ts';
import { castVectors, filterOf, type WholePhoto, wholePhotos } from '../fixtures/pixelVectors.ts';

/** What is undone is what an independent implementation did (docs/method.md), to the rounding. */

const cases = wholePhotos();
type Case = (typeof cases)[number];

/** R, G and B of a case's bytes, one after another. */
function planesOf({ width, height, channels }: WholePhoto, base64: string): readonly Float64Array[] {
  const bytes = Buffer.from(base64, 'base64');
  return [0, 1, 2].map(channel =>
    Float64Array.from({ length: width * height }, (_, i) => bytes[i * channels + channel] ?? Number.NaN),
  );
}

function applied(one: Case, photo: Float64Array): Float64Array {
  const { width, height } = one;
  const filter = filterOf(one);
  const out = new Float64Array(photo.length);
  if (one.method === 'veil') {
    veilOperator(veilShape(width, height, { method: 'veil', filter, veilSize: one.veilSize ?? 0 })).apply(
      photo,
      out,
    );
    return out;
  }
  const frame = frameOf(width, height, (filter.size - 1) / 2);
  const [from, to] = [new Float32Array(frame.length), new Float32Array(frame.length)];
  const placeOf = (i: number) => placeIn(frame, i % width, Math.floor(i / width));
  photo.forEach((value, i) => {
    from[placeOf(i)] = value;
  });
  filterOperator(frame, { x: 0, y: 0, width, height }, filter, plainCorrelator).apply(from, to);
  return out.map((_, i) => to[placeOf(i)] ?? Number.NaN);
}

it.each(cases)('$name', one => {
  const planes = planesOf(one, one.input).map(plane => applied(one, plane));
  const peak = Math.max(...planes.map(plane => Math.max(...plane)));
  const scale = one.method === 'veil' || peak === 0 ? 1 : 255 / peak;
  planesOf(one, one.output).forEach((expected, channel) => {
    expected.forEach((value, i) => {
      expect(Math.abs((planes[channel]?.[i] ?? Number.NaN) * scale - value)).toBeLessThanOrEqual(1);
    });
  });
});

const vectors = castVectors();

/** What the cast's veil makes of a photo, without the waves: the operator that restoring solves for. */
function veiled(one: (typeof vectors.pixels)[number], photo: Float64Array): Float64Array {
  const { width, height, label, strength, veilSize } = one;
  if (strength === 0) return photo;
  const veil = vectors.veils.find(
    each => normaliseLabel(each.label) === normaliseLabel(label) && each.strength === strength,
  );
  if (!veil) throw new Error(`no veil of ${label} at ${strength}`);
  const out = new Float64Array(photo.length);
  const filter = { size: 3, weights: veil.filter.flat() };
  veilOperator(veilShape(width, height, { method: 'cast', filter, veilSize })).apply(photo, out);
  return out;
}

it.each(vectors.pixels)('cast, $name', one => {
  const { width, height, label, castLevel } = one;
  const cast = vectors.casts.find(each => normaliseLabel(each.label) === normaliseLabel(label));
  const field = new CastField(cast?.values.flat() ?? [], castLevel, width, height);
  const planes = planesOf(one, one.input).map(plane => veiled(one, plane));
  planesOf(one, one.output).forEach((expected, channel) => {
    expected.forEach((value, i) => {
      const added = field.at(i % width, Math.floor(i / width))[channel as 0 | 1 | 2];
      const made = Math.min(255, Math.max(0, (planes[channel]?.[i] ?? Number.NaN) + added));
      expect(Math.abs(made - value)).toBeLessThanOrEqual(1);
    });
  });
});
