import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import { type GivenFile, givenFiles } from '../../state/intake/givenFile.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { takesFolders } from '../../ui/folders.ts';

interface Props extends Pick<ButtonProps, 'tone' | 'icon' | 'disabled'> {
  readonly words: string;
  /** Accessible name of the browser's own chooser. */
  readonly input: string;
  /** Kinds of files; null: a whole folder. */
  readonly accept: string | null;
  readonly onFiles: (files: Promise<readonly GivenFile[]>) => void;
}

export const photosAndZips = 'image/*,.heic,.heif,.avif,.zip,application/zip';

/** A button that asks for files. */
export function FileChoice({ words, input: name, accept, onFiles, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // React's types do not know the attribute.
    if (input.current) input.current.webkitdirectory = accept === null;
  }, [accept]);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = givenFiles(event.currentTarget.files ?? []);
    // So that the same files can be chosen again.
    event.currentTarget.value = '';
    if (files.length > 0) onFiles(Promise.resolve(files));
  };
  return (
    <>
      {(accept !== null || takesFolders) && (
        <Button {...button} onClick={() => input.current?.click()}>
          {words}
        </Button>
      )}
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept={accept ?? undefined}
        aria-label={name}
        onChange={take}
      />
    </>
  );
}
