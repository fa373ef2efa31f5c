import { number, sentences, text } from '../../locales/text.ts';
import { volumes } from '../../state/queries/archive.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { bytesText } from '../run/bytesText.ts';
import { SaveFolder } from './SaveFolder.tsx';
import { SaveStep, savedText } from './SaveItem.tsx';
import { savingText } from './savingText.ts';

/** The archive: one button, or one a part when it is too large for a single zip. */
export function SaveZip() {
  const parts = useKeyveil(volumes);
  const saving = useKeyveil(s => s.saving);
  const saved = useKeyveil(s => s.savedVolumes);
  const archiveSaved = useKeyveil(s => s.archiveSaved);
  const adding = useKeyveil(s => s.reopened !== null);
  const { downloadZip, cancelSaving } = useActions();
  if (parts.length === 0) return <p className="run-save-gone">{text('run.save.gone')}</p>;

  const entries = parts.flatMap(part => part.entries);
  const photos = text('run.save.zip.size', {
    count: entries.length,
    n: number(entries.length),
    bytes: bytesText(entries.reduce((sum, entry) => sum + entry.bytes, 0)),
  });
  const savedParts = parts.filter(part => saved.has(part.name)).length;
  const state =
    parts.length > 1 && savedParts < parts.length
      ? text('run.save.someSaved', { saved: savedParts, parts: parts.length })
      : savedText(archiveSaved);

  return (
    <div className="run-save-zip">
      <SaveStep
        step={2}
        done={archiveSaved}
        words={sentences([photos, ...(adding ? [text('receipt.onlyNew')] : [])])}
        state={state}
      >
        <div className="run-save-parts">
          {parts.map((part, index) => (
            <Button
              key={part.name}
              icon={saved.has(part.name) ? 'check' : 'download'}
              tone={archiveSaved || saved.has(part.name) ? 'plain' : 'primary'}
              onClick={() => void downloadZip(index)}
            >
              {parts.length === 1
                ? text('run.save.zip')
                : text('run.save.zip.part', { part: index + 1, parts: parts.length })}
            </Button>
          ))}
          {saving.kind === 'saving' ? (
            <Button onClick={cancelSaving}>{text('app.cancel')}</Button>
          ) : (
            <SaveFolder />
          )}
        </div>
      </SaveStep>
      {saving.kind === 'saving' && (
        <ProgressBar
          label={text('run.save.saving', { what: saving.what })}
          value={saving.bytesDone}
          max={saving.bytesTotal}
        />
      )}
      {saving.kind === 'failed' && (
        <p className="run-save-failed">
          {savingText(saving)}
          {typeof saving.detail !== 'string' && saving.detail.kind === 'unexpected' && <CopyDetails />}
        </p>
      )}
    </div>
  );
}
