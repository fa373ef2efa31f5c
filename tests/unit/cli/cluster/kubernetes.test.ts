import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/** The Kubernetes recipe against the schema of Kubernetes, and its command in a shell. */

const path = fileURLToPath(new URL('../../../../cli/cluster/kubernetes.yaml', import.meta.url));
const manifest = parse(readFileSync(path, 'utf8'));

test('it is an Indexed Job as Kubernetes describes one', () => {
  expect(() => new Job(manifest).validate()).not.toThrow();
  expect(manifest.spec.completionMode).toBe('Indexed');
});

test('a Job that is none is told: the schema has a say', () => {
  const wrong = structuredClone(manifest);
  wrong.spec.completions = 'eight';
  expect(() => new Job(wrong).validate()).toThrow('completions');
});

const [container] = manifest.spec.template.spec.containers;

/** What the container runs, with a `keyveil` that says what it is called with and ends as it is told to. */
function run(index: number, code: number) {
  const [shell, flag] = container.command;
  const script = `keyveil() { printf '%s\\n' "$@"; return ${code}; }\n${container.args[0]}`;
  const env = Object.fromEntries(
    container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
  );
  const { status, stdout } = spawnSync(shell, [flag, script], {
    encoding: 'utf8',
    env: { ...env, PATH: process.env.PATH, JOB_COMPLETION_INDEX: String(index) },
  });
  return { status, args: stdout.trim().split('\n') };
}

test('each index protects its own share, all of them together the set', () => {
  const { completions } = manifest.spec;
  const shares = Array.from({ length: completions }, (_, index) =>
    run(index, 0).args.find(arg => arg.startsWith('--shard=')),
  );
  expect(shares).toEqual(shares.map((_, at) => `--shard=${at + 1}/${completions}`));
  expect(run(0, 0).args).toEqual([
    'protect',
    '/in',
    '/out/photos',
    '--dataset=my-photos-x7k2m9qd',
    '--key-file=/key/key',
    '--receipt=/out/set.keyveil.json',
    '--labels=/out/labels.json',
    '--shard=1/8',
  ]);
});

test('photos that fail do not fail the pod; what cannot be ends the Job', () => {
  expect([0, 1, 2, 3, 130].map(code => run(0, code).status)).toEqual([0, 1, 0, 3, 130]);
  expect(manifest.spec.podFailurePolicy.rules[0]).toMatchObject({
    action: 'FailJob',
    onExitCodes: { values: [1] },
  });
});
