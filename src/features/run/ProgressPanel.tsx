import { number, text } from '../../locales/text.ts';
import type { Run } from '../../state/model/run.ts';
import { useActions } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { leftText, rateText } from './progressText.ts';
import { useCalm } from './useCalm.ts';

type Going = Extract<Run, { kind: 'running' | 'cancelling' }>;

/** A run on its way. */
export function ProgressPanel({ run }: { readonly run: Going }) {
  const { cancel, pause, resume } = useActions();
  const paused = run.kind === 'running' && run.paused;
  const words = useCalm(progressWords(run), run.kind === 'running', 250);
  return (
    <div className="run-progress">
      <div className="run-progress-bar">
        <ProgressBar
          label={text('run.progress')}
          value={run.done + run.failed}
          max={run.total}
          valueText={countText(run)}
        />
        <p>{words}</p>
      </div>
      {run.kind === 'running' && (
        <Button onClick={paused ? resume : pause}>{text(paused ? 'run.resume' : 'run.pause')}</Button>
      )}
      <Button aria-disabled={run.kind === 'cancelling' ? true : undefined} onClick={cancel}>
        {text('run.cancel')}
      </Button>
    </div>
  );
}

function countText({ done, total }: Going): string {
  return text('run.progress.count', { done: number(done), total: number(total) });
}

/** Count, failures, rate and time left, as far as they are known. */
function progressWords(run: Going): string {
  const said = [countText(run)];
  if (run.failed > 0) said.push(text('run.progress.failed', { count: number(run.failed) }));
  if (run.kind === 'cancelling') said.push(text('run.progress.cancelling'));
  else if (run.paused) said.push(text('run.progress.paused'));
  else {
    if (run.rate !== null && run.rate > 0) said.push(rateText(run.rate));
    if (run.secondsLeft !== null) said.push(leftText(run.secondsLeft));
  }
  return said.join(' · ');
}
