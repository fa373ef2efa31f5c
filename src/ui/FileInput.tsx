import { type Ref, useCallback, useImperativeHandle, useLayoutEffect, useRef } from 'react';

/** Opens the browser's own chooser from a button elsewhere. */
export interface FileInputHandle {
  choose(): void;
}

export interface FileInputProps {
  readonly ref?: Ref<FileInputHandle>;
  /** Accessible name of the browser's own chooser. */
  readonly label: string;
  /** Kinds of files, as HTML lists them; null: a whole folder. */
  readonly accept: string | null;
  /** Whether several files may be chosen at once. */
  readonly many?: boolean;
  /** Whether other programs find it by its name too; it still is in nobody's way. */
  readonly listed?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own chooser of files or of a folder; never in sight. The same files may be chosen again and again. */
export function FileInput({ ref, label, accept, many = true, listed = false, onFiles }: FileInputProps) {
  const input = useRef<HTMLInputElement | null>(null);
  useImperativeHandle(ref, () => ({ choose: () => input.current?.click() }));
  useLayoutEffect(() => {
    // React's types do not know the attribute.
    if (input.current) input.current.webkitdirectory = accept === null;
  }, [accept]);
  const latest = useRef(onFiles);
  useLayoutEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  // Heard on the element itself: React hears nothing of one that was taken down while its chooser was open, and what was
  // chosen would be lost.
  const heard = useCallback((element: HTMLInputElement | null) => {
    input.current = element;
    if (!element) return;
    element.onchange = () => {
      const files = [...(element.files ?? [])];
      element.value = '';
      if (files.length > 0) latest.current(files);
    };
  }, []);
  return (
    <input
      ref={heard}
      hidden={!listed}
      tabIndex={-1}
      type="file"
      multiple={many}
      accept={accept ?? undefined}
      aria-label={label}
    />
  );
}
