import type { FileMarks } from '../../src/core/plan.ts';
import type { OutputType } from '../../src/core/settings.ts';
import type { Treatment } from '../../src/core/treatment.ts';

/** What is done to a photo, and what file it becomes. */
export interface PhotoOrder {
  /** Of its file. */
  readonly name: string;
  readonly treatment: Treatment;
  readonly type: OutputType;
  /** In (0, 1]; undefined for PNG. */
  readonly quality: number | undefined;
  readonly marks: FileMarks;
}
