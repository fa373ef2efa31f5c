import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The commit of Keyveil's sources that hold a folder, with a + where files were changed since; null outside of them, and
 * where there is no Git.
 */
export function commitOf(folder: string): string | null {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const top = git('rev-parse', '--show-toplevel');
    // The package may lie in the repository of something else.
    const { name } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
    if (name !== 'keyveil') return null;
    return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}

/**
 * What a build calls its sources: their commit, or what `KEYVEIL_COMMIT` says, for sources that came without Git. Part
 * of Vite's `define`; `src/core/builtCommit.ts` reads it. The same commit gives the same bytes.
 */
export function definedCommit(folder: string): Readonly<Record<string, string>> {
  const given = process.env.KEYVEIL_COMMIT || commitOf(folder);
  return { 'import.meta.env.KEYVEIL_COMMIT': JSON.stringify(given ?? '') };
}
