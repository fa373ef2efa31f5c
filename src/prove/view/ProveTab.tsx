import { lazy, type Ref, Suspense, useImperativeHandle, useState } from 'react';
// First, so that what is imported below finds its texts.
import '../../locales/later.ts';
import type { TakesFiles } from '../../features/commands/takesFiles.ts';
import { text } from '../../locales/text.ts';
import { useKeyveilStore, usePhotoSetServices } from '../../state/react.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { browserLab } from '../state/browserLab.ts';
import { createLabSession } from '../state/labSession.ts';
import { createProveSession } from '../state/proveSession.ts';
import { CheckView } from './CheckView.tsx';
import { LabVoice } from './lab/LabVoice.tsx';

const LabView = lazy(() => import('./lab/LabView.tsx'));
const TheoryView = lazy(() => import('./theory/TheoryView.tsx'));

const viewNames = ['check', 'lab', 'theory'] as const;
type View = (typeof viewNames)[number];

/** The tab `Prove`. What it computed stays while another tab is looked at. */
export default function ProveTab({ taker }: { readonly taker: Ref<TakesFiles> }) {
  const page = useKeyveilStore();
  const tools = usePhotoSetServices();
  const [session] = useState(() => createProveSession(page, tools));
  const [lab] = useState(() => createLabSession(page, tools, browserLab()));
  useImperativeHandle(taker, () => ({ take: files => void session.take(files) }), [session]);
  const [view, setView] = useState<View>('check');
  const views = viewNames.map(value => ({ value, label: text(`prove.view.${value}`) }));
  return (
    <div className="wing" data-view={view}>
      <div className="wing-views">
        <Segmented label={text('prove.views')} labelHidden value={view} choices={views} onChange={setView} />
      </div>
      <LabVoice session={lab} />
      <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
        {view === 'check' && <CheckView session={session} />}
        {view === 'lab' && <LabView session={lab} check={session} />}
        {view === 'theory' && <TheoryView />}
      </Suspense>
    </div>
  );
}
