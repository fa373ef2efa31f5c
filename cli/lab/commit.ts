import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commitOf } from '../../src/build/commit.ts';
import { builtCommit } from '../../src/core/builtCommit.ts';

/** The commit of the sources: in a checkout as they are now, in the package as they were when it was made; null if unknown. */
export function commitOfSources(): string | null {
  return commitOf(dirname(fileURLToPath(import.meta.url))) ?? builtCommit();
}
