import { useStore } from 'zustand';
import { isBroken } from '../../core/faults/failure.ts';
import { number, text } from '../../locales/text.ts';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { HoldFocus } from '../../ui/HoldFocus.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useSpokenNew } from '../../ui/useSpokenNew.ts';
import type { TraceClaim } from '../state/traceClaim.ts';
import type { TraceExample } from '../state/traceExample.ts';
import type { OwnRun, OwnState, TraceOwn } from '../state/traceOwn.ts';
import { ExamplePhotos } from './ExamplePhotos.tsx';
import { GivenPhotos, PhotoChoices } from './GivenPhotos.tsx';
import { OwnResult, sumText } from './OwnResult.tsx';
import { Progress } from './Progress.tsx';
import { Reading, StandingHelp } from './ReceiptPart.tsx';

interface Props {
  readonly claim: TraceClaim;
  readonly own: TraceOwn;
  readonly example: TraceExample;
}

/** Photos that were found somewhere: whether they carry the mark of the receipt's key. */
export function OwnView({ claim, own, example }: Props) {
  const state = useStore(own.store);
  useSpokenNew(state.finding, sumText);
  return (
    <>
      <section className="wing-head">
        <h2>{text('trace.own.title')}</h2>
        <p>{text('trace.own.what')}</p>
      </section>
      <Given own={own} state={state} example={example} />
      <HoldFocus>
        <Run claim={claim} own={own} state={state} />
        {state.finding && <OwnResult finding={state.finding} />}
      </HoldFocus>
    </>
  );
}

interface PartProps {
  readonly own: TraceOwn;
  readonly state: OwnState;
}

function Given({ own, state, example }: PartProps & Pick<Props, 'example'>) {
  const { photos, originals, others, reading, nothing, run } = state;
  const busy = run.kind === 'running' || reading !== null;
  return (
    <section className="wing-source">
      <GivenPhotos
        count={photos.length}
        onClear={own.clear}
        files={{ words: text('trace.own.add'), input: text('trace.own.input') }}
        folder={{ words: text('trace.own.folder'), input: text('trace.own.folderInput') }}
        busy={busy}
        onFiles={files => void own.add(files)}
      >
        <span>{text('trace.own.drop')}</span>
      </GivenPhotos>
      {photos.length === 0 && <ExamplePhotos example={example} />}
      <PhotoChoices
        files={{ words: text('trace.own.originals'), input: text('trace.own.originalsInput') }}
        folder={{ words: text('trace.own.originalsFolder'), input: text('trace.own.originalsFolderInput') }}
        busy={busy}
        onFiles={files => void own.setOriginals(files)}
      >
        <span>
          {originals.length > 0
            ? text('trace.own.originals.n', { count: originals.length, n: number(originals.length) })
            : text('trace.own.originals.help')}
        </span>
      </PhotoChoices>
      {originals.length > 0 && (
        <Switch checked={others} disabled={busy} onChange={own.setOthers}>
          {text('trace.own.others')}
        </Switch>
      )}
      <Reading reading={reading} nothing={nothing} />
    </section>
  );
}

function Run({ claim, own, state: { photos, run, reading, finding } }: Pick<Props, 'claim'> & PartProps) {
  const standing = useStore(claim.store, s => s.standing.kind);
  if (run.kind === 'running') return <Running run={run} onCancel={own.cancel} />;
  if (photos.length === 0 || finding) return null;
  return (
    <section className="trace-run">
      {isBroken(run) && <BrokenNote broken={run} crashed={text('trace.own.lost')} />}
      <Button tone="primary" disabled={standing !== 'ok' || reading !== null} onClick={() => void own.run()}>
        {text('trace.own.run', { count: photos.length, n: number(photos.length) })}
      </Button>
      <StandingHelp kind={standing} />
    </section>
  );
}

interface RunningProps {
  readonly run: Extract<OwnRun, { kind: 'running' }>;
  readonly onCancel: () => void;
}

function Running({ run: { progress, secondsLeft }, onCancel }: RunningProps) {
  const words = progress
    ? text(`trace.own.step.${progress.step}`, {
        done: number(
          progress.step === 'photos' ? Math.min(progress.total, progress.done + 1) : progress.done,
        ),
        total: number(progress.total),
      })
    : text('trace.own.starting');
  return (
    <Progress
      label={text('trace.own.progress')}
      words={words}
      done={progress && progress.total > 0 ? progress.done / progress.total : null}
      secondsLeft={secondsLeft}
      onCancel={onCancel}
    />
  );
}
