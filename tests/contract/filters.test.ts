import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cudaSeedMessage } from '../../src/core/filter/cuda.ts';
import { rowsOf } from '../../src/core/filter/filter.ts';
import { LabelFilters } from '../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, hex, keyCheck, MasterKey, stretch } from '../../src/core/key/key.ts';
import { normaliseLabel } from '../../src/core/label.ts';
import { farthestApart } from './farthestApart.ts';

/**
 * The vectors were made by an independent implementation of docs/method.md. Keys and seeds match to the last
 * bit, weights to 1e-12. If one of these fails, photos that people protected earlier can no longer be recognised.
 */
interface Vector {
  readonly passphrase: string;
  readonly dataset: string;
  readonly labels: readonly string[];
  readonly masterKeyHex: string;
  readonly keyCheck: string;
  readonly cuda: readonly {
    readonly label: string;
    readonly kernelSize: number;
    readonly strength: number;
    readonly seedHex: string;
    readonly filter: readonly (readonly number[])[];
  }[];
  readonly veil: readonly {
    readonly strength: number;
    readonly filters: readonly { readonly label: string; readonly filter: readonly (readonly number[])[] }[];
  }[];
}

const ours = new URL('./vectors/filters-v1.json', import.meta.url);
const theirs = new URL('../../../shared/contracts/filters-v1.json', import.meta.url);
const vectors: readonly Vector[] = JSON.parse(readFileSync(ours, 'utf8'));

it.skipIf(!existsSync(theirs))(
  'the committed vectors are the published ones (needs ../shared beside the repository)',
  () => {
    expect(JSON.parse(readFileSync(theirs, 'utf8'))).toEqual(vectors);
  },
);

it('there are enough vectors to mean something', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(3);
  expect(vectors.flatMap(vector => vector.cuda).length).toBeGreaterThanOrEqual(30);
  expect(vectors.flatMap(vector => vector.veil).length).toBeGreaterThanOrEqual(6);
});

describe.each(vectors)('key of dataset "$dataset"', vector => {
  it('has the master key and the check of the vectors', async () => {
    expect(hex(await stretch(vector.passphrase, vector.dataset))).toBe(vector.masterKeyHex);
    expect(await keyCheck(await deriveMasterKey(vector.passphrase, vector.dataset))).toBe(vector.keyCheck);
  });

  it('gives every seed and every cuda filter', async () => {
    const master = await MasterKey.take(Uint8Array.from(Buffer.from(vector.masterKeyHex, 'hex')));
    const filters = new LabelFilters(master);
    for (const { label, kernelSize, strength, seedHex, filter } of vector.cuda) {
      expect(await master.seed(cudaSeedMessage(kernelSize, normaliseLabel(label)))).toBe(seedHex);
      const [made] = await filters.of([label], { method: 'cuda', kernelSize, strength });
      expect(farthestApart(made?.weights ?? [], filter)).toBeLessThanOrEqual(1e-12);
    }
  });

  it('gives every veil filter, at each strength', async () => {
    const master = await MasterKey.take(Uint8Array.from(Buffer.from(vector.masterKeyHex, 'hex')));
    for (const { strength, filters } of vector.veil) {
      expect(filters.map(({ label }) => label)).toEqual(vector.labels);
      const made = await new LabelFilters(master).of(vector.labels, {
        method: 'veil',
        veilSize: 160,
        strength,
      });
      for (const [i, { filter }] of filters.entries()) {
        const mine = made[i];
        expect(mine && rowsOf(mine).map(row => row.length)).toEqual([3, 3, 3]);
        expect(farthestApart(mine?.weights ?? [], filter)).toBeLessThanOrEqual(1e-12);
      }
    }
  });
});
