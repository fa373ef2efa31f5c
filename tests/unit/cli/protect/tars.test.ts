import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { labelsText } from '../../../../cli/labels/labelsFile.ts';
import { ending, headerBlocks, padding } from '../../../../cli/tar/header.ts';
import { readTar } from '../../../../cli/tar/readTar.ts';
import { parseReceipt } from '../../../../src/core/receipt.ts';
import { howMany } from '../../../fixtures/howMany.ts';
import { begin, filesIn, keyveil, killWhen, lay, ownFolder } from '../keyveil.ts';
import { picture } from '../pictures.ts';

/** `keyveil protect` on sets in tars, in the manner of WebDataset. */

const folder = ownFolder();
/** One thread: each takes its time to begin. */
const name = ['--dataset=a-set', '--threads=1'];
/** Samples a tar. */
const each = howMany(10, 25);
const shards = ['part-00.tar', 'part-01.tar', 'more/part-02.tar'];

function tarOf(files: readonly (readonly [string, Uint8Array | string])[]): Buffer {
  const parts = files.flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    return [headerBlocks(path, bytes.length), bytes, padding(bytes.length)];
  });
  return Buffer.concat([...parts, ending]);
}

async function sampleOf(key: string, label: string | null, seed: number) {
  const photo = await picture(seed % 4 === 0 ? 'jpeg' : 'png', 40, 30, seed);
  const files: [string, Uint8Array | string][] = [
    [`${key}.${seed % 4 === 0 ? 'jpg' : 'png'}`, photo],
    [`${key}.json`, `{"number":${seed}}`],
  ];
  return label === null ? files : [...files, [`${key}.cls`, label] as [string, string]];
}

async function members(path: string): Promise<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {};
  for await (const { name: member, bytes } of readTar(createReadStream(join(folder, path))))
    found[member] = Buffer.from(bytes);
  return found;
}

beforeAll(async () => {
  for (const [at, shard] of shards.entries()) {
    const samples = [];
    for (let i = 0; i < each; i++)
      samples.push(...(await sampleOf(`${at}-${i}`, `label ${i % 3}`, 100 * at + i)));
    lay(join(folder, 'set'), { [shard]: tarOf(samples) });
  }
  expect(await keyveil(['protect', 'set', 'plain', ...name], folder)).toMatchObject({ code: 0, err: '' });
}, 60_000);

describe('a set in tars', () => {
  test('comes out in the same tars, with what is no photo as it was', async () => {
    expect(Object.keys(filesIn(join(folder, 'plain'))).sort()).toEqual([...shards].sort());
    for (const shard of shards) {
      const [before, after] = [await members(`set/${shard}`), await members(`plain/${shard}`)];
      expect(Object.keys(after)).toEqual(Object.keys(before));
      for (const [path, content] of Object.entries(after))
        expect(content.equals(before[path] ?? Buffer.alloc(0))).toBe(!/\.(?:png|jpg)$/.test(path));
    }
    const receipt = parseReceipt(readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'));
    if (receipt.kind === 'refused') throw new Error(receipt.reason);
    expect(receipt.value.labels).toEqual(['label 0', 'label 1', 'label 2']);
    expect(receipt.value.files).toHaveLength(3 * each);
  });

  test('comes out the same from shares, from a pipe, and after a kill', async () => {
    await keyveil(['labels', 'set', '--out=labels.json'], folder);
    const order = '--labels=labels.json';
    const runs = ['1/2', '2/2'].map(share =>
      keyveil(['protect', 'set', 'shares', ...name, order, `--shard=${share}`], folder),
    );
    for (const { code } of await Promise.all(runs)) expect(code).toBe(0);
    const parts = ['1', '2'].map(share => `shares.${share}-of-2.keyveil-part`);
    expect((await keyveil(['merge', ...parts, '--receipt=shares.keyveil.json'], folder)).code).toBe(0);

    const killed = begin(['protect', 'set', 'killed', ...name], folder);
    await killWhen(killed, () => existsSync(join(folder, 'killed', shards[0] ?? '')));
    expect((await keyveil(['protect', 'set', 'killed', ...name], folder)).code).toBe(0);

    for (const out of ['shares', 'killed']) {
      expect(filesIn(join(folder, out)), out).toEqual(filesIn(join(folder, 'plain')));
      const receipt = readFileSync(join(folder, `${out}.keyveil.json`), 'utf8');
      expect(receipt).toBe(readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'));
    }
    const piped = await pipe(
      ['--tar-name=part-01.tar', '--receipt=piped.keyveil.json', order],
      'part-01.tar',
    );
    expect(piped.code).toBe(0);
    expect(
      readFileSync(join(folder, 'piped.tar')).equals(readFileSync(join(folder, 'plain/part-01.tar'))),
    ).toBe(true);
  });

  test('leaves out samples without a label or with a spoilt photo, names them, and goes on', async () => {
    const good = await sampleOf('good', 'a', 1);
    const bare = await sampleOf('bare', null, 2);
    const spoilt: [string, string][] = [
      ['spoilt.jpg', 'no picture'],
      ['spoilt.cls', 'a'],
    ];
    const odd = join(folder, 'odd');
    lay(odd, { 'x.tar': tarOf([...good, ...bare, ...spoilt]), 'cut.tar': tarOf(good).subarray(0, 900) });
    const { code, err } = await keyveil(['protect', 'odd', 'odd-out', ...name], folder);
    expect(code).toBe(2);
    expect(err.trim().split('\n').sort()).toEqual([
      'cut.tar is no tar, or a packed one, or ends too early; unpack or replace it and run the same command again.',
      'x.tar!/bare.png has no label, and is left out with all of its sample; see --label-from.',
      'x.tar!/spoilt.jpg is no picture, or a damaged one; replace it and run the same command again.',
    ]);
    expect(Object.keys(await members('odd-out/x.tar'))).toEqual(['good.png', 'good.json', 'good.cls']);
    expect(existsSync(join(folder, 'odd-out/cut.tar'))).toBe(false);
    // Once it is mended, nothing of it is held against the set.
    writeFileSync(join(odd, 'cut.tar'), tarOf(good));
    writeFileSync(join(odd, 'x.tar'), tarOf(good));
    expect((await keyveil(['protect', 'odd', 'odd-out', ...name], folder)).code).toBe(0);
  });
});

test('a pipe that gives nothing, or that nobody reads, ends without a stack and without a whole tar', async () => {
  writeFileSync(join(folder, 'orders.json'), labelsText(['label 0', 'label 1', 'label 2']));
  const options = ['--labels=orders.json', '--receipt=broken.keyveil.json', ...name];
  for (const [input, code] of [
    [Buffer.alloc(0), 2],
    [readFileSync(join(folder, 'set/part-01.tar')), 130],
  ] as const) {
    const { process: child, ended } = begin(['protect', '-', '-', ...options], folder, 'a key', 'pipe');
    if (code === 130) child.stdout?.destroy();
    child.stdin?.end(input);
    const said = await ended;
    expect(said.err).not.toContain('    at ');
    expect(said.code, said.err).toBe(code);
  }
});

function pipe(options: readonly string[], shard: string): Promise<{ code: number | null }> {
  const bin = fileURLToPath(new URL('../../../../cli/keyveil.mjs', import.meta.url));
  const child = spawn(process.execPath, [bin, 'protect', '-', '-', ...name, ...options], {
    cwd: folder,
    env: { ...process.env, KEYVEIL_KEY: 'a key' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  createReadStream(join(folder, 'set', shard)).pipe(child.stdin);
  const written = createWriteStream(join(folder, 'piped.tar'));
  child.stdout.pipe(written);
  return new Promise(resolve => child.on('close', code => written.close(() => resolve({ code }))));
}
