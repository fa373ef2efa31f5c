import { lazy, type Ref, Suspense } from 'react';
import { number, text } from '../../locales/text.ts';
import { counts } from '../../state/queries/counts.ts';
import { readyToProtect } from '../../state/queries/readiness.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';

const Growth = lazy(async () => ({ default: (await loadLaterParts()).Growth }));

/** The one thing to do, and what it still needs. It stays reachable by keyboard, so that its reason can be heard. */
export function ProtectButton({
  ref,
  reason,
}: {
  readonly ref: Ref<HTMLButtonElement>;
  /** The id of the words that say what is missing. */
  readonly reason: string;
}) {
  const ready = useKeyveil(readyToProtect);
  const { pending } = useKeyveil(counts);
  // While a run goes on, the number is that of the run: it would count down under the pointer otherwise.
  const running = useKeyveil(s =>
    s.run.kind === 'running' || s.run.kind === 'cancelling' ? s.run.total : null,
  );
  const { protect } = useActions();
  const page = usePage();
  const count = running ?? pending;

  return (
    <Button
      ref={ref}
      tone="primary"
      large
      className="run-protect"
      aria-disabled={ready === 'ready' ? undefined : true}
      aria-describedby={reason}
      onClick={() => {
        if (ready === 'ready') void protect();
        else void import('./leadTo.ts').then(({ leadTo }) => leadTo(ready, page));
      }}
    >
      {/* Plain digits: other programs look for the number. One photo needs none. */}
      {count > 1 ? text('run.protect.count', { n: String(count) }) : text('run.protect')}
    </Button>
  );
}

/** What the button still needs. */
export function RunReason({ id }: { readonly id: string }) {
  const ready = useKeyveil(readyToProtect);
  const { failed, unlabelled } = useKeyveil(counts);
  return (
    <p id={id} className="run-reason">
      {reasonText(ready, failed, unlabelled)}
      {ready === 'ready' && unlabelled === 0 && (
        <Suspense fallback={null}>
          <Growth />
        </Suspense>
      )}
    </p>
  );
}

function reasonText(ready: ReturnType<typeof readyToProtect>, failed: number, unlabelled: number): string {
  switch (ready) {
    case 'running':
      return '';
    case 'ready':
      return unlabelled > 0 ? text('run.unlabelled', { count: unlabelled, n: number(unlabelled) }) : '';
    case 'nothing-to-do':
      return text(failed > 0 ? 'run.why.only-failed' : 'run.why.nothing-to-do');
    default:
      return text(`run.why.${ready}`);
  }
}
