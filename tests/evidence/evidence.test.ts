import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { picture } from '../unit/cli/pictures.ts';
import { evidenceFolder, findPython } from './torch.ts';

/** What trains the field's networks with PyTorch: its own tests, and a training on an archive that `keyveil protect` made. */

const python = findPython();
if (python === null)
  console.log('Skipped: there is no Python with PyTorch (tests/evidence/install.sh gets one).');
const run = python ?? '';

const folder = ownFolder();
const names = Array.from({ length: 10 }, (_, i) => `label ${i}`);

describe.skipIf(python === null)('evidence with PyTorch', () => {
  beforeAll(async () => {
    for (const part of ['train', 'test']) {
      for (let i = 0; i < (part === 'train' ? 200 : 100); i++) {
        const name = names[i % 10] ?? '';
        lay(join(folder, part), { [`${name}/${i}.png`]: await picture('png', 32, 32, i) });
      }
    }
    const said = await keyveil(['protect', 'train', 'light', '--preset=light', '--dataset=evidence'], folder);
    expect(said.code, said.err).toBe(0);
  }, 120_000);

  test('its own tests hold', () => {
    const { status, stderr } = spawnSync(run, ['-m', 'unittest', 'discover', '-s', 'tests', '-t', '.'], {
      cwd: evidenceFolder,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(Number(/Ran (\d+) tests/.exec(stderr)?.[1])).toBeGreaterThan(20);
  });

  const training = (epochs: number) => [
    ...['-m', 'evidence.train', '--archive', join(folder, 'light'), '--test', join(folder, 'test')],
    ...['--arch', 'resnet18', '--epochs', String(epochs), '--batch', '50', '--out', join(folder, 'out')],
  ];
  const results = () => join(folder, 'out/results.jsonl');
  const lines = (): readonly { readonly kind: string; readonly [name: string]: unknown }[] =>
    readFileSync(results(), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));

  test('ResNet-18 trains on 200 pictures for two epochs, killed after the first and begun again', async () => {
    const killed = spawn(run, training(2), { cwd: evidenceFolder, stdio: 'ignore' });
    const gone = new Promise(resolve => killed.on('close', resolve));
    await expect.poll(() => existsSync(results()), { timeout: 200_000, interval: 20 }).toBe(true);
    killed.kill('SIGKILL');
    await gone;

    const { status, stderr, stdout } = spawnSync(run, training(2), { cwd: evidenceFolder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/light, resnet18, erm, seed 1: \d+\.\d% of 100 clean photos \(between/);
    expect(lines().map(({ kind, epoch }) => [kind, epoch])).toEqual([
      ['epoch', 1],
      ['epoch', 2],
      ['result', undefined],
    ]);
    const result = lines().at(-1);
    expect(result).toMatchObject({ name: 'light', seed: 1, trained: 200, tested: 100, labels: names });
    expect(result?.archive).toMatch(/^[0-9a-f]{64}$/);
    expect(result?.versions).toMatchObject({ torch: expect.stringMatching(/^\d/) });
  });

  test('the report has a row for it, beside the figures of the paper', () => {
    const { status, stderr, stdout } = spawnSync(run, ['-m', 'evidence.report', results()], {
      cwd: evidenceFolder,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/\| resnet18, erm \| \d+\.\d \[\d+\.\d, \d+\.\d\] \| CIFAR-10 94\.7 → 18\.5/);
  });

  test('a photo that cannot be read is named, and nothing is trained', () => {
    const bad = join(folder, 'bad');
    lay(bad, { 'label 0/broken.png': '' });
    writeFileSync(join(bad, 'label 0/broken.png'), 'no picture');
    const { status, stderr } = spawnSync(
      run,
      ['-m', 'evidence.train', '--archive', bad, '--test', bad, '--out', join(folder, 'none')],
      { cwd: evidenceFolder, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/broken\.png: cannot be read .* Take it out, or protect it anew\./);
    expect(stderr).not.toContain('Traceback');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
