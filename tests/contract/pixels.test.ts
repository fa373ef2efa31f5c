import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import type { Pixels, Treatment } from '../../src/engine/engine.ts';
import { difference } from '../fixtures/pixels.ts';
import { referenceCuda, referenceVeil } from '../fixtures/reference.ts';

// Reference pictures in plain loops take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The pixels that an independent implementation made (docs/method.md); our own copies of the vectors. */

interface SmallCase {
  readonly name: string;
  readonly method: 'veil' | 'cuda';
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly veilSize?: number;
  readonly filter: readonly (readonly number[])[];
  /** Base64 of the bytes, channel after channel in each pixel. */
  readonly input: string;
  readonly output: string;
}

interface LargeCase {
  readonly name: string;
  readonly method: 'veil' | 'cuda';
  readonly width: number;
  readonly height: number;
  readonly veilSize?: number;
  readonly filter: readonly (readonly number[])[];
  /** x, y, R, G, B */
  readonly samples: readonly (readonly [number, number, number, number, number])[];
}

const vectors = (name: string) => readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8');
const small = JSON.parse(vectors('pixels-v1.json')) as SmallCase[];
const large = (JSON.parse(vectors('large-v1.json')) as { cases: LargeCase[] }).cases;

it('reads all cases', () => {
  expect(small).toHaveLength(49);
  expect(large.map(({ samples }) => samples.length)).toEqual([64, 64, 64, 64, 64, 64]);
});

describe.each(['fastest', 'plain'] as const)('pixels-v1.json on the CPU, %s', make => {
  const engine = createCpuEngine(make);
  it.each(small)('$name', async vector => {
    const expected = rgba(vector, vector.output).data;
    const { pixels } = await engine.protect(rgba(vector, vector.input), treatmentOf(vector));
    expect(difference(pixels.data, expected)).toBeLessThanOrEqual(1);
  });
});

describe('pixels-v1.json by the reference', () => {
  it.each(small)('$name', vector => {
    const input = rgba(vector, vector.input);
    const { filter, ...treatment } = treatmentOf(vector);
    const data =
      treatment.method === 'veil'
        ? referenceVeil(input, filter, treatment.veilSize)
        : referenceCuda(input, filter).data;
    expect(difference(data, rgba(vector, vector.output).data)).toBeLessThanOrEqual(1);
  });
});

describe.each(['fastest', 'plain'] as const)('large-v1.json on the CPU, %s', make => {
  const engine = createCpuEngine(make);
  it.each(large)('$name', async vector => {
    const { pixels } = await engine.protect(pattern(vector.width, vector.height), treatmentOf(vector));
    for (const [x, y, ...colour] of vector.samples) {
      colour.forEach((value, channel) => {
        const made = pixels.data[(y * vector.width + x) * 4 + channel] ?? Number.NaN;
        expect(Math.abs(made - value), `${x}, ${y}, channel ${channel}`).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('the copies of the vectors', () => {
  const shared = new URL('../../../shared/contracts/', import.meta.url);
  it.skipIf(!existsSync(shared)).each(['pixels-v1.json', 'large-v1.json'])('%s is as given', name => {
    expect(vectors(name)).toBe(readFileSync(new URL(name, shared), 'utf8'));
  });
});

function treatmentOf({ method, veilSize, filter }: SmallCase | LargeCase): Treatment {
  const flat = { size: filter.length, weights: filter.flat() };
  if (method === 'cuda') return { method, filter: flat };
  if (veilSize === undefined) throw new Error('a veil case names its size');
  return { method, filter: flat, veilSize };
}

/** Opaque where the case has no alpha. */
function rgba({ width, height, channels }: SmallCase, base64: string): Pixels {
  const bytes = Buffer.from(base64, 'base64');
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < bytes.length; i++) {
    data[Math.floor(i / channels) * 4 + (i % channels)] = bytes[i] ?? 0;
  }
  return { width, height, data };
}

/** (7x + 13y + 29c + floor(xy / 64)) mod 256 */
function pattern(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        data[(y * width + x) * 4 + channel] =
          (7 * x + 13 * y + 29 * channel + Math.floor((x * y) / 64)) % 256;
      }
    }
  }
  return { width, height, data };
}
