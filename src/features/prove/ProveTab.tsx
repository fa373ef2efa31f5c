import { lazy, type RefObject, Suspense, useImperativeHandle, useState } from 'react';
import { text } from '../../locales/text.ts';
import { createProveSession } from '../../state/proveSession.ts';
import { useKeyveilStore, useProveTools } from '../../state/react.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { CheckView } from './CheckView.tsx';

const TheoryView = lazy(() => import('./theory/TheoryView.tsx'));

const views = (['check', 'theory'] as const).map(value => ({ value, label: text(`prove.view.${value}`) }));

/** What is dropped or pasted while the tab is in sight goes here. */
export interface TakesFiles {
  drop(event: DragEvent): void;
  paste(files: readonly File[]): void;
}

/** The tab `Prove`. What it computed stays while another tab is looked at. */
export default function ProveTab({ taker }: { readonly taker: RefObject<TakesFiles | null> }) {
  const page = useKeyveilStore();
  const tools = useProveTools();
  const [session] = useState(() => createProveSession(page, tools));
  useImperativeHandle(
    taker,
    () => ({
      drop: event => void session.take(tools.filesOfDrop(event)),
      paste: files => void session.take(Promise.resolve(files)),
    }),
    [session, tools],
  );
  const [view, setView] = useState<'check' | 'theory'>('check');
  return (
    <div className="prove">
      <div className="prove-views">
        <Segmented label={text('prove.views')} labelHidden value={view} choices={views} onChange={setView} />
      </div>
      {view === 'check' ? (
        <CheckView session={session} />
      ) : (
        <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
          <TheoryView />
        </Suspense>
      )}
    </div>
  );
}
