import type { ReactNode } from 'react';
import { photosAndZips } from '../../core/intake.ts';
import { number, text } from '../../locales/text.ts';
import { type GivenFile, givenFiles } from '../../state/model/givenFile.ts';
import { Button } from '../../ui/Button.tsx';
import { FileChoice } from '../../ui/FileChoice.tsx';

interface Choice {
  /** On the button. */
  readonly words: string;
  /** Accessible name of the browser's own chooser. */
  readonly input: string;
}

interface ChoicesProps {
  readonly files: Choice;
  readonly folder?: Choice;
  readonly busy: boolean;
  readonly onFiles: (files: Promise<readonly GivenFile[]>) => void;
  /** What is said or done beside them. */
  readonly children: ReactNode;
}

interface GivenProps extends ChoicesProps {
  readonly count: number;
  readonly onClear: () => void;
}

/** How many photos were given, the way to begin anew once there are any, and the ways to give some. */
export function GivenPhotos({ count, onClear, ...choices }: GivenProps) {
  return (
    <>
      {count > 0 && (
        <p className="wing-set">
          <strong>{text('trace.restore.photos', { count, n: number(count) })}</strong>
          <Button tone="link" disabled={choices.busy} onClick={onClear}>
            {text('trace.restore.clear')}
          </Button>
        </p>
      )}
      <PhotoChoices {...choices} />
    </>
  );
}

/** The ways to give photos: files and zips, or a whole folder. */
export function PhotoChoices({ files, folder, busy, onFiles, children }: ChoicesProps) {
  const take = (given: readonly File[]) => onFiles(Promise.resolve(givenFiles(given)));
  return (
    <div className="wing-other trace-choice">
      <FileChoice {...files} icon="image" accept={photosAndZips} disabled={busy} onFiles={take} />
      {folder && <FileChoice {...folder} icon="folder" accept={null} disabled={busy} onFiles={take} />}
      {children}
    </div>
  );
}
