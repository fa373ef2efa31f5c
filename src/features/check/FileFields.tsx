import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { number, text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { takesFolders } from '../../ui/folders.ts';
import { Icon } from '../../ui/Icon.tsx';
import { bytesText } from '../run/bytesText.ts';

interface FieldProps {
  readonly name: string;
  readonly help: string;
  /** What was chosen; null before. */
  readonly chosen: string | null;
  readonly children: ReactNode;
}

function Field({ name, help, chosen, children }: FieldProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside what was chosen
    <div className="check-field" role="group" aria-labelledby={id}>
      <span id={id} className="field-name">
        {name}
      </span>
      <div className="check-choice">
        {children}
        {chosen !== null && (
          <span className="check-chosen">
            <Icon name="check" size={14} />
            {chosen}
          </span>
        )}
      </div>
      <p className="field-help">{help}</p>
    </div>
  );
}

interface ReceiptProps {
  readonly file: File | null;
  readonly onChange: (file: File) => void;
}

export function ReceiptField({ file, onChange }: ReceiptProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field name={text('check.receipt')} help={text('check.receipt.help')} chosen={file?.name ?? null}>
      <Button onClick={() => input.current?.click()}>{text('check.chooseReceipt')}</Button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={text('check.chooseReceipt')}
        onChange={event => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) onChange(chosen);
          event.currentTarget.value = '';
        }}
      />
    </Field>
  );
}

interface ArchiveProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Zips or a folder; either replaces what was chosen before. */
export function ArchiveField({ files, onChange }: ArchiveProps) {
  const zips = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // React's types do not know the attribute.
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (chosen.length > 0) onChange(chosen);
  };
  return (
    <Field name={text('check.archive')} help={text('check.archive.help')} chosen={chosenText(files)}>
      <Button onClick={() => zips.current?.click()}>{text('check.chooseZips')}</Button>
      {takesFolders && <Button onClick={() => folder.current?.click()}>{text('check.chooseFolder')}</Button>}
      <input
        ref={zips}
        hidden
        type="file"
        multiple
        accept=".zip,application/zip"
        aria-label={text('check.chooseZips')}
        onChange={event => take(event.currentTarget)}
      />
      <input
        ref={folder}
        hidden
        type="file"
        multiple
        aria-label={text('check.chooseFolder')}
        onChange={event => take(event.currentTarget)}
      />
    </Field>
  );
}

function chosenText(files: readonly File[]): string | null {
  const [first] = files;
  if (!first) return null;
  if (files.length === 1) return first.name;
  return text('check.files', {
    count: files.length,
    n: number(files.length),
    bytes: bytesText(files.reduce((sum, file) => sum + file.size, 0)),
  });
}
