import type { Broken } from '../core/faults/failure.ts';
import { brokenText } from './brokenText.ts';
import { CopyDetails } from './CopyDetails.tsx';
import { Note } from './Note.tsx';

interface Props {
  readonly broken: Broken;
  /** See {@link brokenText}. */
  readonly crashed: string;
  readonly tone?: 'warn' | 'bad';
}

/** How work broke off, where it would have ended, with its details for a developer where it was a mistake of ours. */
export function BrokenNote({ broken, crashed, tone = 'bad' }: Props) {
  return (
    <Note tone={tone} spoken trailing={broken.kind === 'unexpected' && <CopyDetails />}>
      {brokenText(broken, crashed)}
    </Note>
  );
}
