import { useMemo } from 'react';
import { useStore } from 'zustand';
import { leftText } from '../../../features/run/progressText.ts';
import { number, text } from '../../../locales/text.ts';
import { readInput } from '../../../models/typedInput.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useSpokenProgress } from '../../../ui/useSpokenProgress.ts';
import {
  type BackboneSession,
  backboneDealing,
  type BackboneRun as Run,
} from '../../state/backbone/backboneSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { labReadinessOf, needText } from '../lab/labReadiness.ts';

interface Props {
  readonly session: BackboneSession;
  readonly check: ProveSession;
}

/** The button, what is missing before it can be pressed, and how far it is. */
export function BackboneRun({ session, check }: Props) {
  const { network, run, presets, found, ...typed } = useStore(session.store);
  const { source, reading } = useStore(check.store);
  const parts = useKeyveil(s => ({ photos: s.photos, arrangement: s.arrangement, key: s.key }));
  const state = useKeyveil(s => s);
  const { side } = typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const readiness = useMemo(
    () => labReadinessOf(state, source, { ...backboneDealing, side, protectedAt: 'real' }),
    [parts, source, side],
  );
  if (run.kind === 'running') return <Running run={run} onCancel={session.cancel} />;
  if (reading !== null || network === null) return null;
  if (readiness.kind !== 'ready') return <Note>{needText(readiness)}</Note>;
  const ready = readInput(typed, network.layout) !== null;
  return (
    <section className="prove-run">
      <Switch checked={presets} onChange={chosen => session.change({ presets: chosen })}>
        {text('backbone.presets')}
      </Switch>
      <Button tone="primary" large icon="spark" disabled={!ready} onClick={() => void session.learn(source)}>
        {text(found ? 'backbone.again' : 'backbone.run')}
      </Button>
      {!ready && <p className="field-help">{text('backbone.numbers')}</p>}
    </section>
  );
}

interface RunningProps {
  readonly run: Extract<Run, { kind: 'running' }>;
  readonly onCancel: () => void;
}

/** Looking at photos takes nearly all the time, so the bar is of that. */
function Running({ run: { step, done = 0, total = 0, secondsLeft }, onCancel }: RunningProps) {
  const words = text(step === 'learning' ? 'backbone.learning' : 'backbone.looking', {
    done: number(done),
    total: number(total),
  });
  const all = secondsLeft === null ? words : `${words} · ${leftText(secondsLeft)}`;
  useSpokenProgress(text('backbone.progress'), all);
  const value = step === 'learning' ? 1 : total > 0 ? done / total : null;
  return (
    <section className="prove-run">
      <div className="wing-running">
        <ProgressBar label={text('backbone.progress')} value={value} valueText={all} />
        <span>{all}</span>
        <Button onClick={onCancel}>{text('app.cancel')}</Button>
      </div>
    </section>
  );
}
