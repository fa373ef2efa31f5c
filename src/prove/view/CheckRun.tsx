import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isBroken } from '../../core/faults/failure.ts';
import { number, text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { useSpokenNew } from '../../ui/useSpokenNew.ts';
import type { Check, Finding, ProveSession } from '../state/proveSession.ts';
import { type CheckReadiness, checkReadinessOf } from './checkReadiness.ts';
import { RunProgress } from './RunProgress.tsx';
import { verdictOf } from './verdict.ts';

/** The button, what is missing before it can be pressed, and how far the check has come. */
export function CheckRun({ session }: { readonly session: ProveSession }) {
  const { check, finding, source, reading } = useStore(session.store);
  const parts = useKeyveil(s => ({
    photos: s.photos,
    arrangement: s.arrangement,
    key: s.key,
  }));
  const state = useKeyveil(s => s);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const readiness = useMemo(() => checkReadinessOf(state, source), [parts, source]);
  useSpokenNew(finding, spoken);
  if (check.kind === 'running') return <Running check={check} onCancel={session.cancel} />;
  return (
    <section className="prove-run">
      {readiness.kind === 'ready' && reading === null ? (
        <Button tone="primary" large icon="spark" onClick={() => void session.run()}>
          {text(finding ? 'prove.again' : 'prove.run')}
        </Button>
      ) : (
        reading === null && <Note>{needText(readiness)}</Note>
      )}
      {check.kind === 'too-few' && (
        <Note tone="bad">
          {text('prove.failed.too-few', { count: check.photos, n: number(check.photos) })}
        </Note>
      )}
      {isBroken(check) && <BrokenNote broken={check} crashed={text('prove.failed.worker-lost')} />}
    </section>
  );
}

function needText(readiness: CheckReadiness): string {
  if (readiness.kind === 'labels') {
    return text('prove.need.labels', { count: readiness.enough, n: number(readiness.enough) });
  }
  return readiness.kind === 'ready' ? '' : text(`prove.need.${readiness.kind}`);
}

interface RunningProps {
  readonly check: Extract<Check, { kind: 'running' }>;
  readonly onCancel: () => void;
}

/** Looking at photos takes nearly all the time, so the bar is of that; the rest is its last tenth. */
function Running({ check: { progress }, onCancel }: RunningProps) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  const value = progress === null ? null : progress.step === 'looking' ? 0.9 * share : 0.9 + 0.1 * share;
  const words = progress
    ? text(`prove.${progress.step}`, { done: number(progress.done), total: number(progress.total) })
    : text('prove.starting');
  return <RunProgress label={text('prove.progress')} value={value} words={words} onCancel={onCancel} />;
}

function spoken(finding: Finding): string {
  const { sentence, figures } = verdictOf(finding);
  return text('prove.spoken', { sentence, figures });
}
