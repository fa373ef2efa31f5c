import { number, text } from '../../locales/text.ts';
import type { KeyveilState } from '../../state/model.ts';
import { counts } from '../../state/queries/counts.ts';
import { useKeyveil } from '../../state/react.tsx';
import { useCalm } from './useCalm.ts';

/** The line that says how many photos are protected; spoken seldom while a run goes on, and at once at the end. */
export function RunStatus() {
  const words = useKeyveil(statusText);
  const busy = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  const calm = useCalm(words, busy, spokenEvery);
  return (
    <p className="run-status" role="status">
      {calm}
    </p>
  );
}

/** Ms. The bar above tells those who see it more often; to those who listen, every count is an interruption. */
const spokenEvery = 10_000;

/** Ends with `N of M photos protected`, and `, F failed` when some failed; empty without photos. */
function statusText(s: KeyveilState): string {
  const { photos, labelled, pending, failed, protected: done, leftOut } = counts(s);
  if (photos === 0) return '';
  // Plain digits without separators, which other programs read (docs/method.md).
  const counted = text('run.status', { done: String(done), total: String(labelled) });
  const known = failed > 0 ? text('run.status.failed', { status: counted, failed: String(failed) }) : counted;
  const status =
    leftOut > 0 ? text('run.status.leftOut', { leftOut: number(leftOut), status: known }) : known;
  if (s.run.kind !== 'ended') return status;
  if (s.run.how === 'finished' && pending === 0) return text('run.status.finished', { status });
  if (s.run.how === 'cancelled' && pending > 0) return text('run.status.cancelled', { status });
  return status;
}
