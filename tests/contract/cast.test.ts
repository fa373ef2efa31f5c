import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { castSeedMessage } from '../../src/core/cast/castChooser.ts';
import { CastField } from '../../src/core/cast/castField.ts';
import { LabelFilters } from '../../src/core/filter/labelFilters.ts';
import type { LabelImprint } from '../../src/core/imprint.ts';
import { hex, MasterKey, stretch } from '../../src/core/key/key.ts';
import { normaliseLabel } from '../../src/core/label.ts';
import { commitment } from '../../src/core/receipt.ts';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import type { Treatment } from '../../src/engine/engine.ts';
import { difference } from '../fixtures/pixels.ts';
import {
  type Cast,
  castVectors,
  colourAt,
  farthestFrom,
  pattern,
  rgba,
  vectorText,
} from '../fixtures/pixelVectors.ts';
import { referenceCast, referenceField } from '../fixtures/reference.ts';
import { farthestApart } from './farthestApart.ts';

// Reference pictures in plain loops take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Casts, commitments and pixels that an independent implementation made (docs/method.md). */

const theirs = new URL('../../../shared/contracts/cast-v2.json', import.meta.url);
const vectors = castVectors();
let filters: LabelFilters;

beforeAll(async () => {
  filters = new LabelFilters(await MasterKey.take(Uint8Array.from(Buffer.from(vectors.masterKeyHex, 'hex'))));
});

/** What the labels carry, in frozen order. */
async function imprints(castLevel: number, strength: number): Promise<readonly LabelImprint[]> {
  const veilSize = strength === 0 ? null : 160;
  const made = await filters.imprints(vectors.labels, { method: 'cast', castLevel, strength, veilSize });
  return vectors.labels.map((label, i) => {
    const imprint = made[i];
    if (!imprint) throw new Error(`no imprint for ${label}`);
    return { label: normaliseLabel(label), ...imprint };
  });
}

async function imprintOf({ label, castLevel, strength }: Pick<Cast, 'label' | 'castLevel' | 'strength'>) {
  const found = (await imprints(castLevel, strength)).find(each => each.label === normaliseLabel(label));
  if (!found?.cast) throw new Error(`no cast for ${label}`);
  return { filter: found.filter, cast: found.cast };
}

async function treatmentOf(vector: Cast): Promise<Treatment> {
  const { castLevel, strength, veilSize } = vector;
  const { filter, cast } = await imprintOf(vector);
  return { method: 'cast', cast, castLevel, filter, veilSize: strength === 0 ? null : veilSize };
}

it.skipIf(!existsSync(theirs))(
  'the committed vectors are the published ones (needs ../shared beside the repository)',
  () => {
    expect(vectorText('cast-v2.json')).toBe(readFileSync(theirs, 'utf8'));
  },
);

it('reads all cases', () => {
  expect(vectors.casts).toHaveLength(5);
  expect(vectors.veils).toHaveLength(10);
  expect(vectors.commitments).toHaveLength(3);
  expect(vectors.pixels).toHaveLength(28);
  expect(vectors.large.map(({ samples }) => samples.length)).toEqual([64, 64, 64, 64, 64]);
});

describe('keys and numbers', () => {
  it('has the master key and the seeds of the vectors', async () => {
    expect(hex(await stretch(vectors.passphrase, vectors.dataset))).toBe(vectors.masterKeyHex);
    const master = await MasterKey.take(Uint8Array.from(Buffer.from(vectors.masterKeyHex, 'hex')));
    for (const { label, seedHex } of vectors.casts) {
      expect(await master.seed(castSeedMessage(normaliseLabel(label)))).toBe(seedHex);
    }
  });

  it('gives every cast, in frozen order', async () => {
    const made = await imprints(6, 0);
    vectors.casts.forEach(({ values }, i) => {
      expect(farthestApart(made[i]?.cast ?? [], values)).toBeLessThanOrEqual(1e-12);
    });
  });

  it('gives every veil filter, at each strength', async () => {
    for (const { label, strength, filter } of vectors.veils) {
      const made = (await imprints(8, strength)).find(each => each.label === normaliseLabel(label));
      expect(farthestApart(made?.filter.weights ?? [], filter)).toBeLessThanOrEqual(1e-12);
    }
  });

  it.each(vectors.commitments)('gives the commitment at strength $strength', async ({ strength, sha256 }) => {
    expect(await commitment(await imprints(8, strength))).toBe(sha256);
  });
});

describe('the field', () => {
  it.each([
    [32, 32],
    [7, 5],
    [3, 64],
    [1, 1],
    [101, 40],
  ])('of %d × %d pixels is that of the formula', async (width, height) => {
    const [, imprint] = await imprints(8, 0);
    const cast = imprint?.cast ?? [];
    const field = new CastField(cast, 8, width, height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        field.at(x, y).forEach((value, channel) => {
          expect(value).toBeCloseTo(referenceField(cast, 8, width, height, x, y, channel), 9);
        });
      }
    }
  });
});

describe('pixels by the reference', () => {
  it.each(vectors.pixels)('$name', async vector => {
    const { filter, cast } = await imprintOf(vector);
    const { castLevel, strength, veilSize } = vector;
    const made = referenceCast(
      rgba(vector, vector.input),
      filter,
      cast,
      castLevel,
      strength === 0 ? null : veilSize,
    );
    expect(difference(made, rgba(vector, vector.output).data)).toBeLessThanOrEqual(1);
  });
});

describe.each(['fastest', 'plain'] as const)('pixels on the CPU, %s', make => {
  const engine = createCpuEngine(make);

  it.each(vectors.pixels)('$name', async vector => {
    const { pixels } = await engine.protect(rgba(vector, vector.input), await treatmentOf(vector));
    expect(difference(pixels.data, rgba(vector, vector.output).data)).toBeLessThanOrEqual(1);
  });

  it.each(vectors.large)('$name', async vector => {
    const { pixels } = await engine.protect(pattern(vector), await treatmentOf(vector));
    expect(farthestFrom(vector, (x, y) => colourAt(pixels, x, y))).toBeLessThanOrEqual(1);
  });
});
