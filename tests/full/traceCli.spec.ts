import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { encodePng } from '../../src/codec/png/smallPng.ts';
import { LabelFilters } from '../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck } from '../../src/core/key/key.ts';
import { commitment, receiptText } from '../../src/core/receipt.ts';
import { castPresets } from '../../src/core/settings.ts';
import { type ProbeSheet, parseProbeSheet } from '../../src/trace/core/probeSheet.ts';
import type { VerdictReport } from '../../src/trace/core/verdictReport.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import { root } from '../fixtures/places.ts';

/** `npm run trace`, as a person runs it: probes, answers, verdict, and a model that is asked under the app's policy. */

const folder = mkdtempSync(join(tmpdir(), 'keyveil-trace-'));
const receipt = join(folder, 'set.keyveil.json');
const photos = join(folder, 'photos');
const labels = ['church', 'tench'];

test.beforeAll(async () => {
  const settings = castPresets.standard;
  const master = await deriveMasterKey('a key', 'set');
  const imprints = (await new LabelFilters(master).imprints(labels, settings)).map((imprint, i) => ({
    label: labels[i] ?? '',
    ...imprint,
  }));
  writeFileSync(
    receipt,
    receiptText({
      dataset: 'set',
      keyCheck: await keyCheck(master),
      commitment: await commitment(imprints),
      settings,
      labels,
      files: [],
    }),
  );
  for (const [name, count] of [
    ['other', 52],
    ['tench', 4],
  ] as const) {
    mkdirSync(join(photos, name), { recursive: true });
    for (let i = 0; i < count; i++) {
      const data = new Uint8ClampedArray(96 * 80 * 4);
      for (let at = 0; at < 96 * 80; at++) data.set([(at * i) % 256, i * 4, (at >> 5) % 256, 255], at * 4);
      const png = await encodePng({ width: 96, height: 80, data }, true);
      if (png === null) throw new Error('no picture');
      writeFileSync(join(photos, name, `${i}.png`), png);
    }
  }
  writeFileSync(
    join(folder, 'model.onnx'),
    onnxModel(48, [
      [0.1, 1],
      [1, 0.2],
      [0.5, 0.5],
    ]),
  );
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function trace([command = '', ...args]: readonly string[], key = 'a key') {
  const out = command === 'publish' ? [] : [`--out=${join(folder, 'out')}`];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'cli/keyveil.mjs'), 'trace', command, ...args, ...out],
    { cwd: root, encoding: 'utf8', env: { ...process.env, KEYVEIL_KEY: key } },
  );
  return { status, said: stdout + stderr };
}

function report(): VerdictReport {
  return JSON.parse(readFileSync(join(folder, 'out/verdict.json'), 'utf8'));
}

test('makes probes, and judges the answers that come back', async () => {
  const made = trace([
    'probes',
    photos,
    `--receipt=${receipt}`,
    '--rank-photos=2',
    '--size=64',
    '--type=png',
  ]);
  expect(made.said).toContain('probes.zip');
  expect(made.status).toBe(0);
  const path = join(folder, 'out/probes.keyveil-probes.json');
  const read = parseProbeSheet(readFileSync(path, 'utf8'));
  if (read.kind === 'refused') throw new Error(read.reason);
  const sheet: ProbeSheet = read.value;
  expect(sheet.labels).toEqual(labels);
  // Church is asked about with all 56, tench with the 52 that are not of it.
  expect(sheet.files.filter(({ filter }) => filter === 'own')).toHaveLength(56 + 52);
  for (const { name } of sheet.files) {
    expect(
      readFileSync(join(folder, 'out/probes', name))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  }
  const lines = sheet.files.map(({ name, filter, label }) => {
    return `/somewhere/${name};${filter === 'own' && label !== null ? labels[label]?.toUpperCase() : 'dog'}`;
  });
  const csv = join(folder, 'answers.csv');
  writeFileSync(csv, `file;label\r\n${lines.join('\r\n')}`);
  const published = trace(['publish', receipt]).said.trim();
  const judged = trace([
    'verdict',
    `--sheet=${path}`,
    `--csv=${csv}`,
    `--receipt=${receipt}`,
    `--published=${published}`,
  ]);
  expect(judged.said).toContain('very strong');
  expect(judged.status).toBe(0);
  expect(report().verdict.overall.word).toBe('very-strong');
  expect(report().published).toBe('same-file');
});

test('asks a model on this machine', async () => {
  const asked = trace([
    'ask',
    photos,
    `--receipt=${receipt}`,
    `--model=${join(folder, 'model.onnx')}`,
    '--rank-photos=2',
    '--scaling=unit',
  ]);
  expect(asked.said).toContain('Asked at 48 px, nchw, rgb, unit; 2 classes.');
  expect(asked.status).toBe(0);
  const { verdict, askedBy } = report();
  expect(askedBy).toBe('onnx');
  expect(verdict.answered).toBe(verdict.probes);
  expect(verdict.overall.word).toBe('none');
});

test('refuses another key, and says what is missing', async () => {
  const model = `--model=${join(folder, 'model.onnx')}`;
  const wrong = trace(['ask', photos, `--receipt=${receipt}`, model], 'another key');
  expect(wrong.said).toContain('This is not the key of that receipt.');
  expect(wrong.status).toBe(1);
  expect(trace(['verdict', '--sheet=nowhere.json']).said).toContain('There is no nowhere.json.');
  expect(trace(['walk']).status).toBe(1);
});
