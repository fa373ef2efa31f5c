import type { Treatment } from '../../src/engine/engine.ts';
import {
  type Cast,
  type CastVectors,
  castVectors,
  filteredBy,
  rgba,
  type SampledPhoto,
  sampledPhotos,
  type WholePhoto,
  wholePhotos,
} from '../fixtures/pixelVectors.ts';
import type { PhotoSpec } from './photos.ts';

/** The contract's pixels (docs/method.md) in the shape that the harness takes. */

interface SmallCase {
  readonly name: string;
  readonly photo: PhotoSpec;
  readonly treatment: Treatment;
  /** RGBA */
  readonly expected: Uint8ClampedArray;
}

interface LargeCase {
  readonly name: string;
  readonly photo: PhotoSpec;
  readonly treatment: Treatment;
  readonly samples: SampledPhoto['samples'];
}

export function smallCases(): SmallCase[] {
  const casts = castVectors();
  return [
    ...wholePhotos().map(vector => smallCase(vector, filteredBy(vector))),
    ...casts.pixels.map(vector => smallCase(vector, castBy(vector, casts))),
  ];
}

export function largeCases(): LargeCase[] {
  const casts = castVectors();
  return [
    ...sampledPhotos().map(vector => largeCase(vector, filteredBy(vector))),
    ...casts.large.map(vector => largeCase(vector, castBy(vector, casts))),
  ];
}

function smallCase(vector: WholePhoto, treatment: Treatment): SmallCase {
  const { name, width, height } = vector;
  const base64 = Buffer.from(rgba(vector, vector.input).data).toString('base64');
  return {
    name,
    photo: { kind: 'bytes', width, height, base64 },
    treatment,
    expected: rgba(vector, vector.output).data,
  };
}

function largeCase({ name, width, height, samples }: SampledPhoto, treatment: Treatment): LargeCase {
  return { name, photo: { kind: 'pattern', width, height }, treatment, samples };
}

function castBy({ label, castLevel, strength, veilSize }: Cast, vectors: CastVectors): Treatment {
  const cast = vectors.casts.find(each => each.label === label)?.values.flat() ?? [];
  const veil = vectors.veils.find(each => each.label === label && each.strength === strength);
  const weights = veil?.filter.flat() ?? [0, 0, 0, 0, 1, 0, 0, 0, 0];
  const filter = { size: 3, weights };
  return { method: 'cast', cast, castLevel, filter, veilSize: strength === 0 ? null : veilSize };
}
