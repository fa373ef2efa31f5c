import { useStore } from 'zustand';
import { number, text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { exampleModel } from '../core/exampleModel.ts';
import type { TraceAsk } from '../state/traceAsk.ts';
import type { TraceExample } from '../state/traceExample.ts';
import { ExampleTrouble } from './ExamplePhotos.tsx';

interface Props {
  readonly example: TraceExample;
  readonly ask: TraceAsk;
}

const networks = ['protected', 'clean'] as const;
const photos = 12;

/** A model to try it with, and its twin that never saw a protected photo. */
export function ExampleModel({ example, ask }: Props) {
  const { kind, asked } = useStore(example.store);
  const running = useStore(ask.store, s => s.run.kind === 'running');
  const busy = kind === 'loading' || running;
  return (
    <section className="trace-example" aria-label={text('trace.example.model')}>
      <h3>{text('trace.example.model')}</h3>
      <p className="field-help">
        {text('trace.example.model.what', {
          n: number(photos * exampleModel.squares),
          photos: number(photos),
        })}
      </p>
      <div className="trace-run">
        {networks.map(network => (
          <Button
            key={network}
            icon="spark"
            aria-pressed={asked === network}
            aria-disabled={busy ? true : undefined}
            onClick={() => {
              if (!busy) void example.askNetwork(network);
            }}
          >
            {text(`trace.example.model.${network}`)}
          </Button>
        ))}
        {kind === 'loading' && <span className="field-help">{text('trace.example.loading')}</span>}
      </div>
      <ExampleTrouble example={example} />
    </section>
  );
}
