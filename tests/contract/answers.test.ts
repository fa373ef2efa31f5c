import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/trace/core/probeAnswers.ts';

/** Tables as others write them, in `answers/`: of three probes, always with the same answers. */
const folder = join(import.meta.dirname, 'answers');
const answers = new Map([
  ['00aa11bb22cc33dd.jpg', 'cat'],
  ['11bb22cc33dd44ee.jpg', 'dog, "shaggy"'],
  ['22cc33dd44ee55ff.jpg', 'Épagneul breton'],
]);

test.each(readdirSync(folder))('the answers of %s are read', name => {
  const read = readAnswers(readFileSync(join(folder, name), 'utf8'), [...answers.keys()]);
  expect(read).toEqual({ kind: 'read', said: answers, unknown: [], missing: [], contradicted: [] });
});

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('the script of the docs writes exactly what is read here', () => {
  const out = mkdtempSync(join(tmpdir(), 'keyveil-answers-'));
  const docs = join(import.meta.dirname, '../../docs');
  const rows = [...answers].map(([file, label], i) => [file, label, [0.9123451, 0.5, 0.000012][i]]);
  // Torch itself is wanted only where a model is loaded.
  const program =
    'import json, sys; import answer_probes; answer_probes.write_answers(sys.argv[1], json.loads(sys.argv[2]))';
  const env = { ...process.env, PYTHONPATH: docs, PYTHONDONTWRITEBYTECODE: '1' };
  const run = spawnSync('python3', ['-c', program, join(out, 'answers.csv'), JSON.stringify(rows)], { env });
  expect(run.stderr.toString()).toBe('');
  expect(readFileSync(join(out, 'answers.csv'), 'utf8')).toBe(
    readFileSync(join(folder, 'torchvision.csv'), 'utf8'),
  );
  rmSync(out, { recursive: true });
});
