import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { openSmall, packSmall } from '../../../src/archive/smallZip.ts';

const files = [
  { name: 'my pets.keyveil.json', blob: new Blob(['{"private":"yes"}']) },
  { name: 'my pets.key.json', blob: new Blob(['{"passphrase":"小猫"}']) },
];

it('gives back what was put in, and says nothing of when', async () => {
  const packed = await packSmall(files);
  const opened = await openSmall(packed);
  expect(opened?.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  expect(await Promise.all((opened ?? []).map(file => file.text()))).toEqual([
    '{"private":"yes"}',
    '{"passphrase":"小猫"}',
  ]);
  expect(new Uint8Array(await packed.arrayBuffer())).toEqual(
    new Uint8Array(await (await packSmall(files)).arrayBuffer()),
  );
});

it('opens none that is damaged, and reads none that is far too large', async () => {
  const packed = new Uint8Array(await (await packSmall(files)).arrayBuffer());
  expect(await openSmall(new Blob([packed.subarray(0, packed.length / 2)]))).toBeNull();
  expect(await openSmall(new Blob(['no zip']))).toBeNull();
  const at = Buffer.from(packed).indexOf('my pets.key.json') + 20;
  packed[at] = (packed[at] ?? 0) ^ 0xff;
  expect(await openSmall(new Blob([packed]))).toBeNull();
  const huge = new Blob();
  Object.defineProperty(huge, 'size', { value: 201e6 });
  Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
  expect(await openSmall(huge)).toBeNull();
});

it.skipIf(spawnSync('python3', ['--version']).status !== 0)(
  'is a zip to other programs (skipped where python3 is missing)',
  async () => {
    const program =
      'import io, sys, zipfile; print(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).testzip())';
    const input = new Uint8Array(await (await packSmall(files)).arrayBuffer());
    expect(spawnSync('python3', ['-c', program], { input, encoding: 'utf8' }).stdout.trim()).toBe('None');
  },
);
