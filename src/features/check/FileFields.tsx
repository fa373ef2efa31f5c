import { type ReactNode, useId } from 'react';
import { number, text } from '../../locales/text.ts';
import { FileChoice } from '../../ui/FileChoice.tsx';
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
  return (
    <Field name={text('check.receipt')} help={text('check.receipt.help')} chosen={file?.name ?? null}>
      <FileChoice
        words={text('check.chooseReceipt')}
        input={text('check.chooseReceipt')}
        accept=".json,application/json"
        many={false}
        onFiles={([chosen]) => chosen && onChange(chosen)}
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
  return (
    <Field name={text('check.archive')} help={text('check.archive.help')} chosen={chosenText(files)}>
      <FileChoice
        words={text('check.chooseZips')}
        input={text('check.chooseZips')}
        accept=".zip,application/zip"
        onFiles={onChange}
      />
      <FileChoice
        words={text('check.chooseFolder')}
        input={text('check.chooseFolder')}
        accept={null}
        onFiles={onChange}
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
