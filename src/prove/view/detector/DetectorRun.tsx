import { useStore } from 'zustand';
import { isBroken } from '../../../core/faults/failure.ts';
import { number, text } from '../../../locales/text.ts';
import { BrokenNote } from '../../../ui/BrokenNote.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { useSpokenNew } from '../../../ui/useSpokenNew.ts';
import type { Detection } from '../../core/detector/detect.ts';
import type { DetectorCheck, DetectorSession } from '../../state/detectorSession.ts';
import { RunProgress } from '../RunProgress.tsx';
import { detectorVerdictOf } from './words.ts';

/** The button, and how far it has come. */
export function DetectorRun({ session }: { readonly session: DetectorSession }) {
  const { check, finding } = useStore(session.store);
  useSpokenNew(finding?.detected.rows[0]?.detection ?? null, spoken);
  if (check.kind === 'running') return <Running check={check} onCancel={session.cancel} />;
  return (
    <section className="prove-run">
      <Button icon="eye" onClick={() => void session.run()}>
        {text(finding ? 'detector.again' : 'detector.run')}
      </Button>
      {check.kind === 'too-few' && (
        <Note tone="bad">
          {text('prove.failed.too-few', { count: check.photos, n: number(check.photos) })}
        </Note>
      )}
      {isBroken(check) && <BrokenNote broken={check} crashed={text('prove.failed.worker-lost')} />}
    </section>
  );
}

interface RunningProps {
  readonly check: Extract<DetectorCheck, { kind: 'running' }>;
  readonly onCancel: () => void;
}

/** Looking at photos takes nearly all the time, so the bar is of that. */
function Running({ check: { progress }, onCancel }: RunningProps) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  const value = progress === null ? null : progress.step === 'looking' ? 0.95 * share : 0.95;
  const words =
    progress === null
      ? text('prove.starting')
      : progress.step === 'looking'
        ? text('detector.looking', { done: number(progress.done), total: number(progress.total) })
        : text('detector.telling');
  return <RunProgress label={text('detector.progress')} value={value} words={words} onCancel={onCancel} />;
}

function spoken(detection: Detection): string {
  const { sentence, figures } = detectorVerdictOf(detection);
  return text('prove.spoken', { sentence, figures });
}
