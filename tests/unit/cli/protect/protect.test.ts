import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseReceipt, type Receipt } from '../../../../src/core/receipt.ts';
import { howMany, thorough } from '../../../fixtures/howMany.ts';
import { begin, filesIn, keyveil, killWhen, lay, ownFolder } from '../keyveil.ts';
import { picture } from '../pictures.ts';

/** `keyveil protect`, `labels` and `merge`, as people and schedulers call them. */

const folder = ownFolder();
const set = join(folder, 'set');
const labels = ['chat', 'chien', 'été'];
const photos = howMany(16, 40);
/** All of them, and one more that is no GIF. */
const good = labels.length * photos + 1;
const name = ['--dataset=a-set'];
/** Where threads are not what it is about: each takes its time to begin. */
const alone = [...name, '--threads=1'];

function receiptOf(path: string): Receipt {
  const read = parseReceipt(readFileSync(join(folder, path), 'utf8'));
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.value;
}

beforeAll(async () => {
  for (const [at, label] of labels.entries()) {
    for (let i = 0; i < photos; i++) {
      const [format, ending] = i % 5 === 0 ? (['jpeg', 'jpg'] as const) : (['png', 'png'] as const);
      lay(set, { [`${label}/${i}.${ending}`]: await picture(format, 40 + i, 33, 100 * at + i) });
    }
  }
  lay(set, { 'chat/broken.jpg': 'no picture', 'chat/7.gif': await picture('png', 32, 32, 7) });
  const { code, out, err } = await keyveil(['protect', 'set', 'plain', ...name], folder);
  expect(err).toBe(
    'chat/broken.jpg is no picture, or a damaged one; replace it and run the same command again.\n',
  );
  expect(out).toMatch(new RegExp(`^${good} photos protected, 1 failed; `));
  expect(code).toBe(2);
}, 60_000);

describe('a set of folders', () => {
  test('comes out in the same folders, with a receipt that the app opens, and nothing secret', () => {
    const files = filesIn(join(folder, 'plain'));
    const receipt = receiptOf('plain.keyveil.json');
    expect(Object.keys(files).sort()).toEqual(receipt.files.map(({ path }) => path).sort());
    expect(receipt.labels).toEqual(labels);
    expect(receipt.dataset).toBe('a-set');
    // The GIF becomes a PNG, whose name is taken by the time that the other's turn comes.
    expect(receipt.files.find(({ source }) => source === 'chat/7.gif')?.path).toBe('chat/7.png');
    expect(receipt.files.find(({ source }) => source === 'chat/7.png')?.path).toBe('chat/7 (2).png');
    for (const path of Object.keys(files))
      expect(readFileSync(join(folder, 'plain', path)).includes('DMI-PROHIBITED-AIMLTRAINING'), path).toBe(
        true,
      );
  });

  test('lists in its part what failed', () => {
    const part = readFileSync(join(folder, 'plain.keyveil-part'), 'utf8');
    const failed = part.split('\n').filter(line => line.startsWith('{"kind":"failed"'));
    expect(failed.map(line => JSON.parse(line))).toMatchObject([
      { source: 'chat/broken.jpg', label: 'chat', reason: { kind: 'unreadable' } },
    ]);
  });

  test('is the same, byte for byte, from one share and from three put together', async () => {
    await keyveil(['labels', 'set', '--out=labels.json'], folder);
    const order = [...name, '--labels=labels.json', '--threads=1'];
    const shareOf = (out: string, share: string) =>
      keyveil(['protect', 'set', out, ...order, `--shard=${share}`], folder);
    const shares = ['1/3', '2/3', '3/3'];
    const ended = await Promise.all([shareOf('one', '1/1'), ...shares.map(share => shareOf('three', share))]);
    for (const { code } of ended) expect(code).toBeOneOf([0, 2]);
    const parts = shares.map(share => `three.${share.replace('/', '-of-')}.keyveil-part`);
    const merged = await keyveil(['merge', ...parts, '--receipt=three.keyveil.json'], folder);
    expect(merged.out).toContain(`${good} photos in 3 parts; 1 failed.`);
    expect(merged.code).toBe(2);
    for (const out of ['one', 'three']) {
      expect(filesIn(join(folder, out))).toEqual(filesIn(join(folder, 'plain')));
      const receipt = readFileSync(join(folder, `${out}.keyveil.json`), 'utf8');
      expect(receipt).toBe(readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'));
    }
    const short = await keyveil(['merge', ...parts.slice(1), '--receipt=x.json'], folder);
    expect(short).toMatchObject({ code: 1, err: 'Missing: share 1 of 3.\n' });
  });

  test('killed at any moment, goes on and comes to the same', async () => {
    const wanted = filesIn(join(folder, 'plain'));
    const out = join(folder, 'killed');
    const written = () => (existsSync(out) ? readdirSync(out, { recursive: true }).length : 0);
    const lock = `${out}.keyveil-part.lock`;
    const taken = () => existsSync(lock) && readFileSync(lock).length > 0;
    const run = () => begin(['protect', 'set', 'killed', ...alone], folder);
    let kills = (await killWhen(run(), taken)) ? 1 : 0;
    for (const many of thorough ? [1, 40, 80] : [1]) {
      const enough = Math.max(many, written() + 1);
      if (!(await killWhen(run(), () => written() >= enough))) break;
      kills += 1;
    }
    // The few photos of the quick run may be done before anybody looks.
    expect(kills).toBeGreaterThan(thorough ? 1 : 0);
    expect((await run().ended).code).toBe(2);
    expect(filesIn(out)).toEqual(wanted);
    expect(receiptOf('killed.keyveil.json')).toEqual(receiptOf('plain.keyveil.json'));
  });

  test('stopped by Ctrl-C leaves nothing half-written, says how to go on, and goes on', async () => {
    const run = begin(['protect', 'set', 'stopped', ...alone, '--json'], folder);
    await new Promise(resolve => run.process.stdout?.once('data', resolve));
    run.process.kill('SIGINT');
    const { code, out } = await run.ended;
    const end = JSON.parse(out.trim().split('\n').at(-1) ?? '');
    if (end.state !== 'done') {
      expect(code).toBe(130);
      expect(existsSync(join(folder, 'stopped.keyveil.json'))).toBe(false);
    }
    const wanted = filesIn(join(folder, 'plain'));
    for (const [path, content] of Object.entries(filesIn(join(folder, 'stopped'))))
      expect(content === wanted[path], path).toBe(true);
    expect((await keyveil(['protect', 'set', 'stopped', ...alone], folder)).code).toBe(2);
    expect(filesIn(join(folder, 'stopped'))).toEqual(wanted);
  });

  test('does again what was changed on either side, and nothing else', async () => {
    for (const from of ['plain', 'plain.keyveil-part'])
      cpSync(join(folder, from), join(folder, from.replace('plain', 'again')), { recursive: true });
    cpSync(set, join(folder, 'set2'), { recursive: true });
    writeFileSync(join(folder, 'again/chien/3.png'), 'spoilt');
    rmSync(join(folder, 'again/chien/4.png'));
    lay(join(folder, 'set2'), { 'chien/5.jpg': await picture('jpeg', 50, 50, 999) });
    const { out } = await keyveil(['protect', 'set2', 'again', ...alone, '--json'], folder);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      protected: 3,
      whole: good - 3,
      failed: 1,
    });
    const { 'chien/5.jpg': changed, ...rest } = filesIn(join(folder, 'again'));
    const { 'chien/5.jpg': before, ...others } = filesIn(join(folder, 'plain'));
    expect(rest).toEqual(others);
    expect(changed).not.toBe(before);
  });

  test('takes in new labels without changing those before them', async () => {
    cpSync(join(folder, 'plain'), join(folder, 'more'), { recursive: true });
    cpSync(join(folder, 'plain.keyveil-part'), join(folder, 'more.keyveil-part'));
    cpSync(set, join(folder, 'set3'), { recursive: true });
    lay(join(folder, 'set3'), { 'a new one/1.png': await picture('png', 40, 40, 3) });
    const { out } = await keyveil(['protect', 'set3', 'more', ...alone, '--json'], folder);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ protected: 1, whole: good });
    expect(receiptOf('more.keyveil.json').labels).toEqual([...labels, 'a new one']);
  });
});

describe('what cannot be', () => {
  test.each([
    [['set', 'plain', ...name], 'another key', 'another key'],
    [['set', 'plain', '--dataset=other'], 'a key', 'begun under the name a-set'],
    [['set', 'new'], 'a key', 'needs a name'],
    [['set', 'set/inside', ...name], 'a key', 'must not lie in each other'],
    [['nowhere', 'new', ...name], 'a key', 'There is no nowhere.'],
    [['set', 'new', ...name, '--receipt=new/r.json'], 'a key', 'private'],
    [['set', 'new', ...name, '--shard=2/3'], 'a key', 'keyveil labels'],
    [['set', 'new', ...name, '--preset=cifar'], 'a key', '--preset is cifar'],
    [['set', 'new', ...name], '', 'There is no key'],
  ])('%j is one sentence and exit code 1', async (args, key, sentence) => {
    const { code, err } = await keyveil(['protect', ...args], folder, key);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  test('a dry run says what would be done, asks for no key, and does nothing', async () => {
    const { code, out } = await keyveil(['protect', 'set', 'dry', '--dry-run', '--json'], folder, '');
    expect(JSON.parse(out)).toMatchObject({
      photos: good + 1,
      byLabel: { chat: photos + 2, chien: photos, été: photos },
    });
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'dry'))).toBe(false);
  });

  test('the key stands in nothing that is written', async () => {
    const photos = Object.keys(filesIn(join(folder, 'plain'))).map(path => `plain/${path}`);
    for (const path of ['plain.keyveil-part', 'plain.keyveil.json', ...photos])
      expect(readFileSync(join(folder, path)).includes('a key'), path).toBe(false);
  });
});
