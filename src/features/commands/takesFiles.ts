import type { GivenFile } from '../../state/model/givenFile.ts';

/** What is dropped or pasted while a tab is in sight goes to it. */
export interface TakesFiles {
  take(files: Promise<readonly GivenFile[]>): void;
}
