import { type RefObject, useImperativeHandle, useRef } from 'react';
import { photosAndZips } from '../../core/intake.ts';
import { text } from '../../locales/text.ts';
import { givenFiles } from '../../state/model/givenFile.ts';
import { useActions } from '../../state/react.tsx';
import { FileInput, type FileInputHandle } from '../../ui/FileInput.tsx';

/** Presses the inputs from elsewhere. */
export interface AddInputsHandle {
  photos(): void;
  folder(): void;
  receipt(): void;
}

/**
 * The browser's own file choosers, always there and never in sight: the buttons of the same names press them, and
 * other programs find them by name.
 */
export function AddInputs({ ref }: { readonly ref: RefObject<AddInputsHandle | null> }) {
  const photos = useRef<FileInputHandle>(null);
  const folder = useRef<FileInputHandle>(null);
  const receipt = useRef<FileInputHandle>(null);
  const { addFiles, openReceipt } = useActions();
  useImperativeHandle(ref, () => ({
    photos: () => photos.current?.choose(),
    folder: () => folder.current?.choose(),
    receipt: () => receipt.current?.choose(),
  }));
  const add = (files: readonly File[]) => void addFiles(givenFiles(files));
  return (
    <div className="visually-hidden">
      <FileInput
        ref={photos}
        listed
        label={text('intake.addPhotos')}
        accept={`${photosAndZips},.json,.keyveil`}
        onFiles={add}
      />
      <FileInput ref={folder} listed label={text('intake.addFolder')} accept={null} onFiles={add} />
      <FileInput
        ref={receipt}
        label={text('receipt.open')}
        accept=".json,.keyveil,application/json"
        many={false}
        onFiles={([file]) => file && void openReceipt(file)}
      />
    </div>
  );
}
