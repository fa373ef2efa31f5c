import { useRef } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { FileInput, type FileInputHandle, type FileInputProps } from './FileInput.tsx';
import { takesFolders } from './folders.ts';

interface Props
  extends Pick<ButtonProps, 'tone' | 'icon' | 'disabled'>,
    Pick<FileInputProps, 'accept' | 'many' | 'onFiles'> {
  readonly words: string;
  /** Accessible name of the browser's own chooser. */
  readonly input: string;
}

/** A button that asks for files, or for a folder where the browser can give one. */
export function FileChoice({ words, input: label, accept, many = true, onFiles, ...button }: Props) {
  const input = useRef<FileInputHandle>(null);
  return (
    <>
      {(accept !== null || takesFolders) && (
        <Button {...button} onClick={() => input.current?.choose()}>
          {words}
        </Button>
      )}
      <FileInput ref={input} label={label} accept={accept} many={many} onFiles={onFiles} />
    </>
  );
}
