import { useStore } from 'zustand';
import { text } from '../../locales/text.ts';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import type { TraceExample } from '../state/traceExample.ts';

/** For those who have found none yet. */
export function ExamplePhotos({ example }: { readonly example: TraceExample }) {
  const { kind } = useStore(example.store);
  return (
    <>
      <p className="wing-other">
        <Button
          tone="link"
          icon="spark"
          aria-disabled={kind === 'loading' ? true : undefined}
          onClick={() => void example.lookAtPhotos()}
        >
          {text(kind === 'loading' ? 'trace.example.loading' : 'trace.example.found')}
        </Button>
        <span>{text('trace.example.found.what')}</span>
      </p>
      <ExampleTrouble example={example} />
    </>
  );
}

export function ExampleTrouble({ example }: { readonly example: TraceExample }) {
  const broken = useStore(example.store, s => s.broken);
  return broken && <BrokenNote tone="warn" broken={broken} crashed={text('trace.example.lost')} />;
}
