import { type ChangeEvent, type RefObject, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { text } from '../../locales/text.ts';
import { givenFiles } from '../../state/intake/givenFile.ts';
import { useActions } from '../../state/react.tsx';

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
  const photos = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const receipt = useRef<HTMLInputElement>(null);
  const actions = useActions();
  useImperativeHandle(ref, () => ({
    photos: () => photos.current?.click(),
    folder: () => folder.current?.click(),
    receipt: () => receipt.current?.click(),
  }));
  useLayoutEffect(() => {
    // React's types do not know the attribute.
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const files = givenFiles(input.files ?? []);
    // So that the same files can be chosen again.
    input.value = '';
    if (files.length > 0) void actions.addFiles(files);
  };
  return (
    <div className="visually-hidden">
      <input
        ref={photos}
        type="file"
        multiple
        tabIndex={-1}
        accept="image/*,.heic,.heif,.avif,.zip,application/zip,.json"
        aria-label={text('intake.addPhotos')}
        onChange={take}
      />
      <input
        ref={folder}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={text('intake.addFolder')}
        onChange={take}
      />
      <input
        ref={receipt}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={text('receipt.open')}
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void actions.openReceipt(file);
        }}
      />
    </div>
  );
}
