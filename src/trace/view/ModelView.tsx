import { useStore } from 'zustand';
import { text } from '../../locales/text.ts';
import { useSpokenNew } from '../../ui/useSpokenNew.ts';
import type { TraceAsk } from '../state/traceAsk.ts';
import type { TraceClaim } from '../state/traceClaim.ts';
import type { TraceExample } from '../state/traceExample.ts';
import type { TraceModel } from '../state/traceModel.ts';
import { AnswersPart } from './AnswersPart.tsx';
import { AskPart } from './AskPart.tsx';
import { ExampleModel } from './ExampleModel.tsx';
import { ModelChecklist } from './ModelChecklist.tsx';
import { ProbesPart } from './ProbesPart.tsx';
import { VerdictView } from './VerdictView.tsx';

interface Props {
  readonly claim: TraceClaim;
  readonly model: TraceModel;
  readonly ask: TraceAsk;
  readonly example: TraceExample;
}

/** Probes for a model, what it said of them, and what that comes to. */
export function ModelView({ claim, model, ask, example }: Props) {
  const state = useStore(model.store);
  const opened = useStore(claim.store, s => s.opened);
  const hasModel = useStore(ask.store, s => s.model !== null);
  useSpokenNew(state.verdict?.overall.word ?? null, word => text(`trace.model.word.${word}`));
  return (
    <>
      <section className="wing-head">
        <h2>{text('trace.model.title')}</h2>
        <p>{text('trace.model.what')}</p>
      </section>
      <ModelChecklist claim={claim} state={state} hasModel={hasModel} />
      <ExampleModel example={example} ask={ask} />
      <ProbesPart claim={claim} model={model} state={state} />
      <AskPart claim={claim} ask={ask} photos={state.photos.length} />
      <AnswersPart model={model} state={state} />
      {state.verdict && opened && (
        <VerdictView model={model} state={state} verdict={state.verdict} opened={opened} />
      )}
    </>
  );
}
