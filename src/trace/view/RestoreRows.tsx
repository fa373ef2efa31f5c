import { useStore } from 'zustand';
import { number, text } from '../../locales/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { brokenText } from '../../ui/brokenText.ts';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { failureText } from '../../ui/failureText.ts';
import { Select } from '../../ui/Select.tsx';
import type { NotRestored, RestorePhoto, RestoreState } from '../state/restoreState.ts';
import type { TraceClaim } from '../state/traceClaim.ts';
import type { TraceRestore } from '../state/traceRestore.ts';
import { Glimpse } from './Glimpse.tsx';

interface Props {
  readonly claim: TraceClaim;
  readonly restore: TraceRestore;
  readonly state: RestoreState;
}

/** Each photo, and what came of it. */
export function RestoreRows({ claim, restore, state }: Props) {
  return (
    <ul className="trace-rows" aria-label={text('trace.restore.list')}>
      {state.photos.map(photo => (
        <Row key={photo.id} photo={photo} claim={claim} restore={restore} state={state} />
      ))}
    </ul>
  );
}

function Row({ photo, claim, restore, state }: Props & { readonly photo: RestorePhoto }) {
  const { row, file, id } = photo;
  const refused = row.kind === 'refused';
  const running = state.run.kind === 'running';
  return (
    <li className={refused ? 'trace-row trace-row-bad' : 'trace-row'} aria-current={id === state.shown}>
      <Glimpse picture={row.kind === 'done' ? row.restored.after : null} />
      <div className="trace-row-words">
        <span className="trace-name">{file.name}</span>
        <span className="field-help">{stateText(photo)}</span>
      </div>
      {row.kind === 'done' && row.restored.psnr && (
        <span className="trace-psnr">{text('trace.restore.psnr', decibels(row.restored.psnr))}</span>
      )}
      {row.kind === 'done' && (
        <div className="trace-row-buttons">
          <IconButton
            icon="eye"
            label={text('trace.restore.show', { name: file.name })}
            aria-pressed={id === state.shown}
            onClick={() => restore.show(id)}
          />
          <Button
            icon="download"
            aria-label={text('trace.restore.saveOne', { name: file.name })}
            onClick={() => restore.save(id)}
          >
            {text('trace.restore.save')}
          </Button>
        </div>
      )}
      {refused && isMistake(row.why) && <CopyDetails />}
      {refused && row.why.kind === 'not-listed' && !running && (
        <LabelChoice claim={claim} name={file.name} onChoose={label => restore.setLabel(id, label)} />
      )}
    </li>
  );
}

interface ChoiceProps {
  readonly claim: TraceClaim;
  readonly name: string;
  readonly onChoose: (label: string) => void;
}

function LabelChoice({ claim, name, onChoose }: ChoiceProps) {
  const labels = useStore(claim.store, s => s.opened?.receipt.labels) ?? [];
  const choices = labels.map(label => ({ value: label, label }));
  return (
    <Select
      label={text('trace.restore.label', { name })}
      labelHidden
      value=""
      choices={[{ value: '', label: text('trace.restore.label.choose') }, ...choices]}
      onChange={label => label !== '' && onChoose(label)}
    />
  );
}

/** To a tenth of a decibel. */
export function decibels({ before, after }: { readonly before: number; readonly after: number }) {
  return { before: number(before, 1, 1), after: number(after, 1, 1) };
}

function stateText({ row }: RestorePhoto): string {
  switch (row.kind) {
    case 'waiting':
      return text('trace.restore.state.waiting');
    case 'done': {
      const { label } = row.restored;
      return text(row.listed ? 'trace.restore.state.done' : 'trace.restore.state.unlisted', { label });
    }
    case 'refused':
      return refusalText(row.why);
  }
}

function isMistake(why: NotRestored): boolean {
  return (why.kind === 'failed' ? why.reason : why).kind === 'unexpected';
}

function refusalText(why: NotRestored): string {
  switch (why.kind) {
    case 'failed':
      return failureText(why.reason);
    case 'other-size': {
      const size = ({ width, height }: { width: number; height: number }) =>
        `${number(width)}\u00a0×\u00a0${number(height)}`;
      return text('trace.restore.why.other-size', { found: size(why.found), expected: size(why.expected) });
    }
    case 'unknown-label':
      return text('trace.restore.why.unknown-label', { label: why.label });
    case 'not-listed':
    case 'no-peak':
      return text(`trace.restore.why.${why.kind}`);
    case 'worker-lost':
    case 'unexpected':
      return brokenText(why, text('trace.restore.why.worker-lost'));
  }
}
