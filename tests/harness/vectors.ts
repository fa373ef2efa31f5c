import { readFileSync } from 'node:fs';
import type { Treatment } from '../../src/engine/engine.ts';
import type { PhotoSpec } from './photos.ts';

/** The contract's pixels (docs/method.md) in the shape that the harness takes. */

interface Vector {
  readonly name: string;
  readonly method: 'veil' | 'cuda';
  readonly width: number;
  readonly height: number;
  readonly veilSize?: number;
  readonly filter: readonly (readonly number[])[];
}

interface SmallVector extends Vector {
  readonly channels: 3 | 4;
  readonly input: string;
  readonly output: string;
}

interface LargeVector extends Vector {
  readonly samples: readonly (readonly [x: number, y: number, r: number, g: number, b: number])[];
}

export interface SmallCase {
  readonly name: string;
  readonly photo: PhotoSpec;
  readonly treatment: Treatment;
  /** RGBA */
  readonly expected: Uint8ClampedArray;
}

export interface LargeCase {
  readonly name: string;
  readonly photo: PhotoSpec;
  readonly treatment: Treatment;
  readonly samples: LargeVector['samples'];
}

interface CastVector extends Pick<Vector, 'name' | 'width' | 'height'> {
  readonly label: string;
  readonly castLevel: number;
  readonly strength: number;
  readonly veilSize: number;
}

interface CastVectors {
  readonly casts: readonly { readonly label: string; readonly values: readonly (readonly number[])[] }[];
  readonly veils: readonly {
    readonly label: string;
    readonly strength: number;
    readonly filter: readonly (readonly number[])[];
  }[];
  readonly pixels: readonly (CastVector & Pick<SmallVector, 'channels' | 'input' | 'output'>)[];
  readonly large: readonly (CastVector & Pick<LargeVector, 'samples'>)[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../contract/vectors/${name}`, import.meta.url), 'utf8'));

export function smallCases(): SmallCase[] {
  const casts = read('cast-v2.json') as CastVectors;
  return [
    ...(read('pixels-v1.json') as SmallVector[]).map(vector => smallCase(vector, treatmentOf(vector))),
    ...casts.pixels.map(vector => smallCase(vector, castTreatment(vector, casts))),
  ];
}

export function largeCases(): LargeCase[] {
  const casts = read('cast-v2.json') as CastVectors;
  return [
    ...(read('large-v1.json') as { cases: LargeVector[] }).cases.map(vector =>
      largeCase(vector, treatmentOf(vector)),
    ),
    ...casts.large.map(vector => largeCase(vector, castTreatment(vector, casts))),
  ];
}

function smallCase(
  vector: Pick<SmallVector, 'name' | 'width' | 'height' | 'channels' | 'input' | 'output'>,
  treatment: Treatment,
): SmallCase {
  const { name, width, height } = vector;
  const base64 = Buffer.from(rgba(vector, vector.input)).toString('base64');
  return {
    name,
    photo: { kind: 'bytes', width, height, base64 },
    treatment,
    expected: rgba(vector, vector.output),
  };
}

function largeCase(
  { name, width, height, samples }: Pick<LargeVector, 'name' | 'width' | 'height' | 'samples'>,
  treatment: Treatment,
): LargeCase {
  return { name, photo: { kind: 'pattern', width, height }, treatment, samples };
}

function castTreatment(
  { label, castLevel, strength, veilSize }: CastVector,
  vectors: CastVectors,
): Treatment {
  const cast = vectors.casts.find(each => each.label === label)?.values.flat() ?? [];
  const veil = vectors.veils.find(each => each.label === label && each.strength === strength);
  const weights = veil?.filter.flat() ?? [0, 0, 0, 0, 1, 0, 0, 0, 0];
  const filter = { size: 3, weights };
  return { method: 'cast', cast, castLevel, filter, veilSize: strength === 0 ? null : veilSize };
}

function treatmentOf({ method, veilSize, filter }: Vector): Treatment {
  const flat = { size: filter.length, weights: filter.flat() };
  if (method === 'cuda') return { method, filter: flat };
  if (veilSize === undefined) throw new Error('a veil case names its size');
  return { method, filter: flat, veilSize };
}

/** Opaque where the case has no alpha. */
function rgba(
  { width, height, channels }: Pick<SmallVector, 'width' | 'height' | 'channels'>,
  base64: string,
): Uint8ClampedArray {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  Buffer.from(base64, 'base64').forEach((byte, i) => {
    data[Math.floor(i / channels) * 4 + (i % channels)] = byte;
  });
  return data;
}
