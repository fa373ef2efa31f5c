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

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../contract/vectors/${name}`, import.meta.url), 'utf8'));

export function smallCases(): SmallCase[] {
  return (read('pixels-v1.json') as SmallVector[]).map(vector => {
    const { name, width, height } = vector;
    const base64 = Buffer.from(rgba(vector, vector.input)).toString('base64');
    return {
      name,
      photo: { kind: 'bytes', width, height, base64 },
      treatment: treatmentOf(vector),
      expected: rgba(vector, vector.output),
    };
  });
}

export function largeCases(): LargeCase[] {
  return (read('large-v1.json') as { cases: LargeVector[] }).cases.map(vector => ({
    name: vector.name,
    photo: { kind: 'pattern', width: vector.width, height: vector.height },
    treatment: treatmentOf(vector),
    samples: vector.samples,
  }));
}

function treatmentOf({ method, veilSize, filter }: Vector): Treatment {
  const flat = { size: filter.length, weights: filter.flat() };
  if (method === 'cuda') return { method, filter: flat };
  if (veilSize === undefined) throw new Error('a veil case names its size');
  return { method, filter: flat, veilSize };
}

/** Opaque where the case has no alpha. */
function rgba({ width, height, channels }: SmallVector, base64: string): Uint8ClampedArray {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  Buffer.from(base64, 'base64').forEach((byte, i) => {
    data[Math.floor(i / channels) * 4 + (i % channels)] = byte;
  });
  return data;
}
