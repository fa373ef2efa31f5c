import { useStore } from 'zustand';
import { type Broken, isBroken } from '../../core/faults/failure.ts';
import { text } from '../../locales/text.ts';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { FileChoice } from '../../ui/FileChoice.tsx';
import { HoldFocus } from '../../ui/HoldFocus.tsx';
import { Jargon } from '../../ui/Jargon.tsx';
import { Note } from '../../ui/Note.tsx';
import { type AskState, type AskTrouble, inputOf, type TraceAsk } from '../state/traceAsk.ts';
import type { TraceClaim } from '../state/traceClaim.ts';
import { AskInput } from './AskInput.tsx';
import { troubleText } from './ProbesPart.tsx';
import { ProbesProgress } from './Progress.tsx';
import { StandingHelp } from './ReceiptPart.tsx';

interface Props {
  readonly claim: TraceClaim;
  readonly ask: TraceAsk;
  /** That are there for probes. */
  readonly photos: number;
}

/** A model from its files: how it wants its pictures, and the asking. */
export function AskPart({ claim, ask, photos }: Props) {
  const state = useStore(ask.store);
  const { model, run, trouble } = state;
  const busy = run.kind !== 'idle';
  const what = model
    ? text(`models.opened.${model.kind}`, { name: model.name })
    : text(run.kind === 'opening' ? 'trace.ask.opening' : 'trace.ask.none');
  return (
    <section className="wing-source trace-step">
      <h3>{text('trace.ask.step')}</h3>
      <p className="field-help">
        <Jargon words={text('trace.ask.what')} />
      </p>
      <div className="wing-other trace-choice">
        <FileChoice
          icon="file"
          words={text('trace.ask.choose')}
          input={text('trace.ask.input')}
          accept=".onnx,.json,.bin,.data"
          disabled={busy}
          onFiles={files => void ask.open(files)}
        />
        <span>{what}</span>
      </div>
      {trouble && <Trouble trouble={trouble} />}
      {model && <AskInput ask={ask} state={state} busy={busy} />}
      <HoldFocus>{model && <Asking claim={claim} ask={ask} run={run} photos={photos} />}</HoldFocus>
    </section>
  );
}

function Asking({ claim, ask, run, photos }: Props & Pick<AskState, 'run'>) {
  const standing = useStore(claim.store, s => s.standing.kind);
  const input = useStore(ask.store, s => inputOf(s) !== null);
  if (run.kind === 'running') {
    return <ProbesProgress label={text('trace.ask.progress')} run={run} onCancel={ask.cancel} />;
  }
  return (
    <div className="trace-run">
      <Button
        tone="primary"
        disabled={standing !== 'ok' || photos === 0 || !input}
        onClick={() => void ask.ask()}
      >
        {text('trace.ask.ask')}
      </Button>
      {photos === 0 ? (
        <span className="field-help">{text('trace.ask.photos')}</span>
      ) : (
        <StandingHelp kind={standing} />
      )}
    </div>
  );
}

function Trouble({ trouble }: { readonly trouble: AskTrouble }) {
  if (isBroken(trouble)) {
    return <BrokenNote tone="warn" broken={trouble} crashed={text('trace.ask.trouble.lost')} />;
  }
  return (
    <Note tone="warn" spoken>
      {askTroubleText(trouble)}
    </Note>
  );
}

function askTroubleText(trouble: Exclude<AskTrouble, Broken>): string {
  if (trouble.kind === 'probes') return troubleText(trouble.refusal) ?? '';
  if (trouble.kind === 'nothing-read') return text('trace.ask.trouble.nothing-read');
  const detail = 'detail' in trouble ? trouble.detail : '';
  return text(`models.trouble.${trouble.kind}`, { detail });
}
