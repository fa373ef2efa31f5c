import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('two builds in different folders are the same, byte for byte', { timeout: 600_000 }, () => {
  const script = join(import.meta.dirname, '../verifyBuild.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stdout).toMatch(/^\d+ files, the same in both builds$/m);
  expect(status).toBe(0);
});
