import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { isBroken } from '../../../core/faults/failure.ts';
import { number, text } from '../../../locales/text.ts';
import { useAnnounce } from '../../../ui/announce.tsx';
import { BrokenNote } from '../../../ui/BrokenNote.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useSpokenProgress } from '../../../ui/useSpokenProgress.ts';
import type { DetectorCheck, DetectorSession } from '../../state/detectorSession.ts';
import { detectorVerdictOf } from './words.ts';

/** The button, and how far it has come. */
export function DetectorRun({ session }: { readonly session: DetectorSession }) {
  const { check, finding } = useStore(session.store);
  useSpokenVerdict(session);
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
  useSpokenProgress(text('detector.progress'), words);
  return (
    <section className="prove-run">
      <div className="wing-running">
        <ProgressBar label={text('detector.progress')} value={value} valueText={words} />
        <span>{words}</span>
        <Button onClick={onCancel}>{text('app.cancel')}</Button>
      </div>
    </section>
  );
}

/** Says the verdict once there is one. */
function useSpokenVerdict({ store }: DetectorSession): void {
  const finding = useStore(store, s => s.finding);
  const say = useAnnounce();
  const last = useRef(finding);
  useEffect(() => {
    const detection = finding?.detected.rows[0]?.detection;
    if (detection && finding !== last.current) {
      const { sentence, figures } = detectorVerdictOf(detection);
      say(text('prove.spoken', { sentence, figures }));
    }
    last.current = finding;
  }, [finding, say]);
}
