import { usePage } from '../features/commands/context.tsx';
import { number, text } from '../locales/text.ts';
import type { KeyveilState } from '../state/model.ts';
import { useKeyveil } from '../state/react.tsx';
import { Icon } from '../ui/Icon.tsx';

/** What does the work, in words: "GPU: …" or "CPU, 2 workers". */
export function engineText(engine: KeyveilState['engine']): string {
  if (!engine) return text('engine.starting');
  if (engine.report.kind === 'webgl') return text('engine.gpu', { name: engine.report.name });
  return text('engine.cpu', { count: engine.workers, n: number(engine.workers) });
}

/** Says what does the work, and leads to where that can be chosen. */
export function EnginePill() {
  const engine = useKeyveil(s => s.engine);
  const page = usePage();
  const words = engineText(engine);
  return (
    <button
      type="button"
      className="pill engine-pill"
      title={engine ? text(`engine.why.${engine.report.webgl}`) : undefined}
      onClick={() => page.openDialog('preferences')}
    >
      <Icon name="chip" size={14} />
      <span>{words}</span>
    </button>
  );
}
