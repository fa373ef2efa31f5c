// First, so that what is imported below finds its texts.
import '../../locales/trace.ts';
import { type Ref, useImperativeHandle, useState } from 'react';
import { useStore } from 'zustand';
import type { TakesFiles } from '../../features/commands/takesFiles.ts';
import { text } from '../../locales/text.ts';
import { useKeyveilStore, usePhotoSetServices } from '../../state/react.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { browserTrace } from '../state/browserTrace.ts';
import { createTraceSession, traceViews } from '../state/traceSession.ts';
import { ModelView } from './ModelView.tsx';
import { OwnView } from './OwnView.tsx';
import { ReceiptPart } from './ReceiptPart.tsx';
import { RestoreView } from './RestoreView.tsx';

interface Props {
  readonly taker: Ref<TakesFiles>;
  /** Whether it is the tab in sight. */
  readonly shown: boolean;
}

/** The tab `Trace`. What it computed stays while another tab is looked at. */
export default function TraceTab({ taker, shown }: Props) {
  const page = useKeyveilStore();
  const tools = usePhotoSetServices();
  const [session] = useState(() => createTraceSession(page, tools, browserTrace()));
  const view = useStore(session.store, s => s.view);
  useImperativeHandle(taker, () => ({ take: files => void session.take(files) }), [session]);
  return (
    <div className="wing trace">
      <ReceiptPart claim={session.claim} shown={shown} />
      <div className="wing-views">
        <Segmented
          label={text('trace.views')}
          labelHidden
          value={view}
          choices={traceViews.map(value => ({ value, label: text(`trace.view.${value}`) }))}
          onChange={session.show}
        />
      </div>
      {view === 'own' && <OwnView claim={session.claim} own={session.own} example={session.example} />}
      {view === 'model' && (
        <ModelView claim={session.claim} model={session.model} ask={session.ask} example={session.example} />
      )}
      {view === 'restore' && <RestoreView claim={session.claim} restore={session.restore} />}
    </div>
  );
}
