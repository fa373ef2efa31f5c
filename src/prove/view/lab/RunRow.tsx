import { useRef } from 'react';
import { useStore } from 'zustand';
import { remarks, text } from '../../../locales/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { CopyDetails } from '../../../ui/CopyDetails.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { LabRun, RunState } from '../../state/labModel.ts';
import { hasEnded, isActive } from '../../state/labQueue.ts';
import type { LabSession } from '../../state/labSession.ts';
import { LineSample } from './results/LineSample.tsx';
import { stateText } from './words.ts';

interface Props {
  readonly session: LabSession;
  readonly run: LabRun;
  /** Of its experiment, from 1; tells runs apart to those who do not see where they stand. */
  readonly number: number;
  /** There are several of its kind, told apart by their seeds. */
  readonly repeated: boolean;
}

/** One run: what it learns from, how far it is, and what can be done about it. */
export function RunRow({ session, run, number, repeated }: Props) {
  const machine = useStore(session.store, s => s.machine);
  const { state, experiment } = run;
  const kind = remarks([
    text(`lab.kind.${experiment.training}`),
    repeated && text('lab.seed.of', { seed: experiment.seed }),
  ]);
  const named = remarks([kind, text('lab.series', { n: number })]);
  const words = stateText(run, machine);
  const training = state.kind === 'training' ? state : null;
  const row = useRef<HTMLLIElement>(null);
  return (
    // The focus stays near when the button that had it goes.
    <li ref={row} className={`lab-run lab-run-${state.kind}`} tabIndex={-1}>
      <span className="lab-run-kind">
        <LineSample kind={experiment.training} />
        {kind}
      </span>
      <span className="lab-run-state">
        <span>{words}</span>
        {isMistake(state) && <CopyDetails />}
        {isActive(run) && (
          <ProgressBar
            label={text('lab.progress', { kind: named })}
            value={shareOf(state)}
            valueText={words}
          />
        )}
      </span>
      <span className="lab-run-buttons">
        {training &&
          (training.paused ? (
            <Button onClick={() => session.resume(run.id)} aria-label={text('lab.resume', { run: named })}>
              {text('lab.resume.short')}
            </Button>
          ) : (
            <Button onClick={() => session.pause(run.id)} aria-label={text('lab.pause', { run: named })}>
              {text('lab.pause.short')}
            </Button>
          ))}
        {isActive(run) && state.kind !== 'stopping' && (
          <Button
            onClick={() => {
              row.current?.focus();
              session.stop(run.id);
            }}
            aria-label={text('lab.stop', { run: named })}
          >
            {text('lab.stop.short')}
          </Button>
        )}
        {(hasEnded(run) || state.kind === 'waiting') && (
          <Button
            tone="quiet"
            onClick={() => {
              neighbour(row.current)?.focus();
              session.remove(run.id);
            }}
            aria-label={text('lab.remove', { run: named })}
          >
            {text('lab.remove.short')}
          </Button>
        )}
      </span>
    </li>
  );
}

function isMistake(state: RunState): boolean {
  return state.kind === 'failed' && 'broken' in state.failure && state.failure.broken.kind === 'unexpected';
}

/** Where the focus goes when a row goes: to the next, the one before, or the button that makes new ones. */
function neighbour(row: Element | null): HTMLElement | null {
  const near = row?.nextElementSibling ?? row?.previousElementSibling;
  return near instanceof HTMLElement ? near : document.querySelector('.lab-start button');
}

/** Null while nobody knows. */
function shareOf(state: RunState): number | null {
  if (state.kind === 'pictures') return state.total > 0 ? state.done / state.total : null;
  if (state.kind === 'training') return state.steps > 0 ? state.step / state.steps : null;
  return null;
}
