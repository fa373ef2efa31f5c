import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The commit of the sources that this was built of, with a + where files were changed since; null outside of them. */
export function commitOfSources(): string | null {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: dirname(fileURLToPath(import.meta.url)),
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
