import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import { difference } from '../fixtures/pixels.ts';
import {
  colourAt,
  farthestFrom,
  filteredBy,
  pattern,
  rgba,
  sampledPhotos,
  vectorText,
  wholePhotos,
} from '../fixtures/pixelVectors.ts';
import { referenceCuda, referenceVeil } from '../fixtures/reference.ts';

// Reference pictures in plain loops take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const small = wholePhotos();
const large = sampledPhotos();

it('reads all cases', () => {
  expect(small).toHaveLength(49);
  expect(large.map(({ samples }) => samples.length)).toEqual([64, 64, 64, 64, 64, 64]);
});

describe.each(['fastest', 'plain'] as const)('pixels-v1.json on the CPU, %s', make => {
  const engine = createCpuEngine(make);
  it.each(small)('$name', async vector => {
    const expected = rgba(vector, vector.output).data;
    const { pixels } = await engine.protect(rgba(vector, vector.input), filteredBy(vector));
    expect(difference(pixels.data, expected)).toBeLessThanOrEqual(1);
  });
});

describe('pixels-v1.json by the reference', () => {
  it.each(small)('$name', vector => {
    const input = rgba(vector, vector.input);
    const { filter, ...treatment } = filteredBy(vector);
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
    const { pixels } = await engine.protect(pattern(vector), filteredBy(vector));
    expect(farthestFrom(vector, (x, y) => colourAt(pixels, x, y))).toBeLessThanOrEqual(1);
  });
});

describe('the copies of the vectors', () => {
  const shared = new URL('../../../shared/contracts/', import.meta.url);
  it.skipIf(!existsSync(shared)).each(['pixels-v1.json', 'large-v1.json'])('%s is as given', name => {
    expect(vectorText(name)).toBe(readFileSync(new URL(name, shared), 'utf8'));
  });
});
