import { lazy, type Ref, Suspense, useImperativeHandle, useState } from 'react';
// First, so that what is imported below finds its texts.
import '../../locales/later.ts';
import type { TakesFiles } from '../../features/commands/takesFiles.ts';
import { text } from '../../locales/text.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import { useKeyveilStore, usePhotoSetServices } from '../../state/react.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { createBackboneSession } from '../state/backbone/backboneSession.ts';
import { browserBackbone } from '../state/backbone/browserBackbone.ts';
import { browserLab } from '../state/browserLab.ts';
import { createDetectorSession } from '../state/detectorSession.ts';
import { createLabSession } from '../state/labSession.ts';
import { createProveSession } from '../state/proveSession.ts';
import { CheckView } from './CheckView.tsx';
import { LabVoice } from './lab/LabVoice.tsx';

const BackboneView = lazy(() => import('./backbone/BackboneView.tsx'));
const LabView = lazy(() => import('./lab/LabView.tsx'));
const TheoryView = lazy(() => import('./theory/TheoryView.tsx'));

const viewNames = ['check', 'lab', 'backbone', 'theory'] as const;
type View = (typeof viewNames)[number];

/** The tab `Prove`. What it computed stays while another tab is looked at. */
export default function ProveTab({ taker }: { readonly taker: Ref<TakesFiles> }) {
  const page = useKeyveilStore();
  const tools = usePhotoSetServices();
  const [session] = useState(() => createProveSession(page, tools));
  const [detector] = useState(() => createDetectorSession(page, session));
  const [lab] = useState(() => createLabSession(page, tools, browserLab()));
  const [backbone] = useState(() => createBackboneSession(page, tools, browserBackbone()));
  const [view, setView] = useState<View>('check');
  useImperativeHandle(
    taker,
    () => ({
      async take(given) {
        const files = await given;
        // A network's files go to it; all else is a set of photos.
        if (!isNetwork(files)) return session.take(Promise.resolve(files));
        setView('backbone');
        return backbone.open(files.map(({ file }) => file));
      },
    }),
    [session, backbone],
  );
  const views = viewNames.map(value => ({ value, label: text(`prove.view.${value}`) }));
  return (
    <div className="wing" data-view={view}>
      <div className="wing-views">
        <Segmented label={text('prove.views')} labelHidden value={view} choices={views} onChange={setView} />
      </div>
      <LabVoice session={lab} />
      <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
        {view === 'check' && <CheckView session={session} detector={detector} />}
        {view === 'lab' && <LabView session={lab} check={session} />}
        {view === 'backbone' && <BackboneView session={backbone} check={session} />}
        {view === 'theory' && <TheoryView />}
      </Suspense>
    </div>
  );
}

/** Files of which one can be a network, and none a photo. */
function isNetwork(files: readonly GivenFile[]): boolean {
  return (
    files.some(({ path }) => /\.(?:onnx|json)$/i.test(path)) &&
    files.every(({ path }) => /\.(?:onnx|json|bin|data)$|shard\d+of\d+$/i.test(path))
  );
}
