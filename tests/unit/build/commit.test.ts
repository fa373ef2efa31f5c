import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { commitOf, definedCommit } from '../../../src/build/commit.ts';
import { builtCommit } from '../../../src/core/builtCommit.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyveil-commit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => void vi.unstubAllEnvs());

/** A repository with one commit, of a package of this name; gives the commit. */
function repository(name: string): { readonly at: string; readonly commit: string } {
  const at = join(folder, name);
  mkdirSync(join(at, 'inside'), { recursive: true });
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name }));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', ...args], {
      cwd: at,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  return { at, commit: git('rev-parse', 'HEAD') };
}

test('names the commit from anywhere in the sources, and marks what was changed since', () => {
  const { at, commit } = repository('keyveil');
  expect(commitOf(join(at, 'inside'))).toBe(commit);
  // What nobody added to the sources is none of them.
  writeFileSync(join(at, 'notes.txt'), 'mine');
  expect(commitOf(at)).toBe(commit);
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name: 'keyveil', changed: true }));
  expect(commitOf(at)).toBe(`${commit}+`);
});

test('names none in the repository of something else, and none outside of any', () => {
  expect(commitOf(repository('other').at)).toBeNull();
  vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
  expect(commitOf(folder)).toBeNull();
});

test('a build has the commit that it is told, for sources that came without Git, and else nothing', () => {
  vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
  vi.stubEnv('KEYVEIL_COMMIT', 'abc');
  expect(definedCommit(folder)).toEqual({ 'import.meta.env.KEYVEIL_COMMIT': '"abc"' });
  vi.stubEnv('KEYVEIL_COMMIT', '');
  expect(definedCommit(folder)).toEqual({ 'import.meta.env.KEYVEIL_COMMIT': '""' });
});

test('what was not built knows of no commit; what was, of its own', () => {
  expect(builtCommit()).toBeNull();
  vi.stubEnv('KEYVEIL_COMMIT', 'abc');
  expect(builtCommit()).toBe('abc');
});
