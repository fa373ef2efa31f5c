import { usePage } from '../features/commands/context.tsx';
import { number, text } from '../locales/text.ts';
import type { KeyveilState } from '../state/model.ts';
import { useKeyveil } from '../state/react.tsx';
import { brokenText } from '../ui/brokenText.ts';
import { Icon } from '../ui/Icon.tsx';

/** What does the work, in words: "GPU: …" or "CPU, 2 workers". */
export function engineText({ engine, engineBroken }: Pick<KeyveilState, 'engine' | 'engineBroken'>): string {
  if (!engine) return text(engineBroken ? 'engine.broken' : 'engine.starting');
  if (engine.report.kind === 'webgl') return text('engine.gpu', { name: engine.report.name });
  return text('engine.cpu', { count: engine.workers, n: number(engine.workers) });
}

/** Says what does the work, and leads to where that can be chosen. */
export function EnginePill() {
  const { engine, engineBroken } = useKeyveil(s => ({ engine: s.engine, engineBroken: s.engineBroken }));
  const page = usePage();
  const words = engineText({ engine, engineBroken });
  const why = engineBroken && brokenText(engineBroken, text('engine.broken.crashed'));
  return (
    <button
      type="button"
      className="pill engine-pill"
      title={engine ? text(`engine.why.${engine.report.webgl}`) : (why ?? undefined)}
      onClick={() => page.openDialog('preferences')}
    >
      <Icon name="chip" size={14} />
      <span>{words}</span>
    </button>
  );
}
