import { useStore } from 'zustand';
import { isBroken } from '../../core/faults/failure.ts';
import { gap, number, sentences, text } from '../../locales/text.ts';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { HoldFocus } from '../../ui/HoldFocus.tsx';
import { Note } from '../../ui/Note.tsx';
import { Select } from '../../ui/Select.tsx';
import { photosNeeded } from '../core/power.ts';
import { defaultProbes, probeCount } from '../core/probes.ts';
import type { Making, ModelState } from '../state/modelState.ts';
import { wishesOf } from '../state/probePhotos.ts';
import type { TraceClaim } from '../state/traceClaim.ts';
import type { TraceModel } from '../state/traceModel.ts';
import { GivenPhotos } from './GivenPhotos.tsx';
import { ProbesProgress } from './Progress.tsx';
import { Reading, StandingHelp } from './ReceiptPart.tsx';

interface Props {
  readonly claim: TraceClaim;
  readonly model: TraceModel;
  readonly state: ModelState;
}

const amounts = [50, 100, 200, 400, 800];
const shapes = ['square', 'whole'] as const;
const sides = [32, 64, 96, 128, 160, 192, 224, 256, 299, 384];

/** Photos for probes, how many and how large, and the probes once they are made. */
export function ProbesPart({ claim, model, state }: Props) {
  const { photos, reading, nothing, making, samples } = state;
  const busy = making.kind === 'running' || reading !== null || samples === 'drawing';
  const drawn = samples === 'drawn';
  return (
    <section className="wing-source trace-step">
      <h3>{text('trace.model.step.make')}</h3>
      <p className="field-help">{text('trace.model.step.make.what')}</p>
      <GivenPhotos
        count={photos.length}
        onClear={model.clear}
        files={{ words: text('trace.model.add'), input: text('trace.model.input') }}
        folder={{ words: text('trace.model.folder'), input: text('trace.model.folderInput') }}
        busy={busy}
        onFiles={files => void model.add(files)}
      >
        <Button
          aria-disabled={busy || drawn ? true : undefined}
          onClick={() => {
            if (!busy && !drawn) void model.addSamples();
          }}
        >
          {text(samples === 'drawing' ? 'trace.model.samples.drawing' : 'trace.model.samples')}
        </Button>
        <span>{text('trace.model.drop')}</span>
      </GivenPhotos>
      <div aria-live="polite">
        {samples === 'drawn' && <p className="field-help">{text('trace.model.samples.help')}</p>}
      </div>
      {typeof samples === 'object' && (
        <BrokenNote tone="warn" broken={samples} crashed={text('trace.model.samples.lost')} />
      )}
      {samples === 'noisy-canvas' && (
        <Note tone="warn" spoken>
          {text('trace.model.samples.failed')}
        </Note>
      )}
      <Reading reading={reading} nothing={nothing} />
      {photos.length > 0 && <Wishes claim={claim} model={model} state={state} busy={busy} />}
      <HoldFocus>{photos.length > 0 && <Make claim={claim} model={model} state={state} />}</HoldFocus>
    </section>
  );
}

function Wishes({ claim, model, state, busy }: Props & { readonly busy: boolean }) {
  const { wishes } = state;
  // The list itself, not one that is made anew each time: that would be drawn again without end.
  const labels = useStore(claim.store, s => s.opened?.receipt.labels) ?? [];
  const all = { value: '', label: text('trace.model.label.all') };
  const needed = photosNeeded({
    own: 0.5,
    decoys: 0.25,
    each: defaultProbes.each,
    alpha: 0.001,
    power: 0.95,
  });
  return (
    <>
      <div className="trace-fields">
        <Select
          label={text('trace.model.label')}
          value={wishes.labels[0] ?? ''}
          choices={[all, ...labels.map(label => ({ value: label, label }))]}
          disabled={busy}
          onChange={label => model.wish({ labels: label === '' ? [] : [label] })}
        />
        <Select
          label={text('trace.model.photosEach')}
          value={String(wishes.photos)}
          choices={amounts.map(n => ({ value: String(n), label: number(n) }))}
          disabled={busy}
          onChange={photos => model.wish({ photos: Number(photos) })}
        />
        <Select
          label={text('trace.model.side')}
          value={String(wishes.side)}
          choices={sides.map(n => ({ value: String(n), label: text('trace.model.px', { n: number(n) }) }))}
          disabled={busy}
          onChange={side => model.wish({ side: Number(side) })}
        />
        <Select
          label={text('trace.model.shape')}
          value={wishes.shape}
          choices={shapes.map(shape => ({ value: shape, label: text(`trace.model.shape.${shape}`) }))}
          disabled={busy}
          onChange={shape => model.wish({ shape })}
        />
      </div>
      {needed !== null && (
        <p className="field-help">
          {text('trace.model.need', { own: number(50), decoys: number(25), n: number(needed) })}
          {gap()}
          <Count claim={claim} state={state} />
        </p>
      )}
    </>
  );
}

function Count({ claim, state }: Pick<Props, 'claim' | 'state'>) {
  const opened = useStore(claim.store, s => s.opened);
  if (!opened) return null;
  const probes = probeCount(wishesOf(state.wishes, opened), state.photos.length);
  return <>{text('trace.model.count', { count: probes, n: number(probes) })}</>;
}

function Make({ claim, model, state: { making, reading, sheet } }: Props) {
  const standing = useStore(claim.store, s => s.standing.kind);
  if (making.kind === 'running') {
    return <ProbesProgress label={text('trace.model.progress')} run={making} onCancel={model.cancel} />;
  }
  const trouble = troubleText(making);
  const made = making.kind === 'made';
  return (
    <>
      {isBroken(making) && <BrokenNote tone="warn" broken={making} crashed={text('trace.model.failed')} />}
      {trouble !== null && (
        <Note tone="warn" spoken>
          {trouble}
        </Note>
      )}
      {made && (
        <Note tone="good" spoken>
          {madeText(making)}
        </Note>
      )}
      <div className="trace-run">
        {made ? (
          <>
            <Button tone="primary" icon="download" onClick={model.saveZip}>
              {text('trace.model.saveZip')}
            </Button>
            <Button icon="download" disabled={!sheet} onClick={model.saveSheet}>
              {text('trace.model.saveSheet')}
            </Button>
          </>
        ) : (
          <Button
            tone="primary"
            disabled={standing !== 'ok' || reading !== null}
            onClick={() => void model.make()}
          >
            {text('trace.model.make')}
          </Button>
        )}
        <StandingHelp kind={standing} />
      </div>
      {made && <p className="field-help">{text('trace.model.saveWhat')}</p>}
    </>
  );
}

function madeText({ probes, failed }: Extract<Making, { kind: 'made' }>): string {
  const words = text('trace.model.made', { count: probes, n: number(probes) });
  return failed > 0
    ? sentences([words, text('trace.model.madeFailed', { count: failed, n: number(failed) })])
    : words;
}

/** Why no probes can be made, or were not; null: nothing is wrong. */
export function troubleText(making: Making): string | null {
  switch (making.kind) {
    case 'not-kept':
      return text('trace.model.failed');
    case 'too-many':
      return text('trace.model.tooMany', { n: number(making.probes) });
    case 'too-few': {
      const { label, photos } = making;
      return text('trace.model.tooFew', { count: photos, n: number(photos), label });
    }
    case 'refused':
      return text('trace.model.refused');
    case 'idle':
    case 'running':
    case 'made':
    // Said with their details.
    case 'worker-lost':
    case 'unexpected':
      return null;
  }
}
