import { describe, expect, test } from 'vitest';
import { LabelFilters } from '../../../../src/core/filter/labelFilters.ts';
import { keyCheck, MasterKey } from '../../../../src/core/key/key.ts';
import { commitment, type Receipt } from '../../../../src/core/receipt.ts';
import { type MethodSettings, veilPresets } from '../../../../src/core/settings.ts';
import { type ClaimKey, claimOf } from '../../../../src/trace/core/claim.ts';

const labels = ['anna', 'ben', 'gone'];

async function keyOf(byte: number): Promise<ClaimKey> {
  const master = await MasterKey.take(new Uint8Array(32).fill(byte));
  const filters = new LabelFilters(master);
  return {
    keyCheck: await keyCheck(master),
    imprints: (names, settings) => filters.imprints(names, settings),
  };
}

async function receiptOf(key: ClaimKey, settings: MethodSettings): Promise<Receipt> {
  const imprints = await key.imprints(labels, settings);
  const bound = imprints.map((imprint, i) => ({ label: labels[i] ?? '', ...imprint }));
  return {
    dataset: 'd',
    keyCheck: key.keyCheck,
    commitment: await commitment(bound),
    settings,
    labels,
    files: [],
  };
}

describe('a claim', () => {
  const cuda = { method: 'cuda', kernelSize: 5, strength: 0.3 } as const;
  test.each([veilPresets.standard, cuda])(
    'holds the filters of the receipt, in its order: $method',
    async settings => {
      const key = await keyOf(1);
      const outcome = await claimOf(await receiptOf(key, settings), key);
      if (outcome.kind !== 'ok') throw new Error(outcome.kind);
      expect(outcome.claim.filters.map(({ label }) => label)).toEqual(labels);
      expect(outcome.claim.filters.map(({ filter, cast }) => ({ filter, cast }))).toEqual(
        await key.imprints(labels, settings),
      );
    },
  );

  test('is refused to another key', async () => {
    const receipt = await receiptOf(await keyOf(1), veilPresets.standard);
    expect(await claimOf(receipt, await keyOf(2))).toEqual({ kind: 'wrong-key' });
  });

  test('is refused when labels, their order or the strength were changed', async () => {
    const key = await keyOf(1);
    const receipt = await receiptOf(key, veilPresets.standard);
    const changed: readonly Receipt[] = [
      { ...receipt, labels: ['ben', 'anna', 'gone'] },
      { ...receipt, labels: ['anna', 'ben'] },
      { ...receipt, settings: { ...veilPresets.standard, strength: 0.2 } },
    ];
    for (const one of changed) expect(await claimOf(one, key)).toEqual({ kind: 'other-filters' });
  });
});
