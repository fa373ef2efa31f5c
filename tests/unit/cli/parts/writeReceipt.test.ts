import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReceipt } from '../../../../cli/parts/writeReceipt.ts';
import { parseReceipt, type Receipt, type ReceiptFile, receiptText } from '../../../../src/core/receipt.ts';
import { ownFolder } from '../keyveil.ts';

const path = join(ownFolder(), 'set.keyveil.json');

const file = (number: number): ReceiptFile => ({
  path: `a _b_/${number}.png`,
  sha256: 'ab'.repeat(32),
  sourceSha256: 'cd'.repeat(32),
  source: `"files": [] ${number}`,
  label: 'a "b"',
  width: 32,
  height: 31,
});

const receipt = (count: number): Receipt => ({
  dataset: '"files": []',
  keyCheck: '0123456789abcdef',
  commitment: 'ef'.repeat(32),
  settings: { method: 'veil', veilSize: 160, strength: 0.3 },
  labels: ['a "b"', 'c'],
  files: Array.from({ length: count }, (_, at) => file(at)),
});

async function* stream(files: readonly ReceiptFile[]): AsyncGenerator<ReceiptFile> {
  yield* files;
}

test.each([0, 1, 2, 500])('a receipt of %i photos is the text that core makes', async count => {
  const { files, ...basis } = receipt(count);
  expect(await writeReceipt(path, basis, stream(files))).toBe(count);
  const text = readFileSync(path, 'utf8');
  expect(text).toBe(receiptText(receipt(count)));
  expect(parseReceipt(text)).toMatchObject({ kind: 'read' });
});
