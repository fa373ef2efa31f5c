import { lazy, Suspense, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { AnnouncerProvider } from '../../ui/announce.tsx';
import { AddInputs, type AddInputsHandle } from '../intake/AddInputs.tsx';
import { DropTarget } from '../intake/DropTarget.tsx';
import { EmptyState } from '../intake/EmptyState.tsx';
import { IntakeVoice } from '../intake/IntakeVoice.tsx';
import type { TakesFiles } from '../prove/ProveTab.tsx';
import { PageProvider, usePage } from './context.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Dock } from './Dock.tsx';
import { Header } from './Header.tsx';
import { loadWorkspace } from './loadWorkspace.ts';
import { tabIds, useTab } from './tab.ts';
import { useShortcuts } from './useShortcuts.ts';
// Styles of what is fetched later too: that way they keep their order, and nothing changes when it arrives.
import '../grid/grid.css';
import '../inspector/inspector.css';
import '../labels/labels.css';
import '../prove/prove.css';
import './shell.css';

const Workspace = lazy(loadWorkspace);
const ProveTab = lazy(() => import('../prove/ProveTab.tsx'));

/** The whole page. */
export function Shell() {
  const inputs = useRef<AddInputsHandle>(null);
  return (
    <AnnouncerProvider>
      <PageProvider
        addPhotos={() => inputs.current?.photos()}
        addFolder={() => inputs.current?.folder()}
        openReceipt={() => inputs.current?.receipt()}
      >
        <Layout />
        <AddInputs ref={inputs} />
        <IntakeVoice />
        <Dialogs />
      </PageProvider>
    </AnnouncerProvider>
  );
}

function Layout() {
  const [tab, goTo] = useTab();
  const page = usePage();
  const prove = useRef<TakesFiles | null>(null);
  // Once it was opened it stays, with what it computed.
  const [proveSeen, setProveSeen] = useState(tab === 'prove');
  if (tab === 'prove' && !proveSeen) setProveSeen(true);
  useShortcuts(tab === 'protect');
  const empty = useKeyveil(s => s.arrangement.order.length === 0 && s.arrangement.labels.length === 0);
  return (
    <div className="page">
      <Header tab={tab} onTab={goTo} />
      <main className="main">
        <div
          className="panels"
          id={tabIds.protect.panel}
          role="tabpanel"
          aria-labelledby={tabIds.protect.tab}
          hidden={tab !== 'protect'}
        >
          {/* The empty page stays for the moment that the rest still takes on a slow line. */}
          {empty ? (
            <EmptyState />
          ) : (
            <Suspense fallback={<EmptyState />}>
              <Workspace />
            </Suspense>
          )}
        </div>
        <div
          className="prove-panel"
          id={tabIds.prove.panel}
          role="tabpanel"
          aria-labelledby={tabIds.prove.tab}
          hidden={tab !== 'prove'}
        >
          {proveSeen && (
            <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
              <ProveTab taker={prove} />
            </Suspense>
          )}
        </div>
      </main>
      <Dock />
      <DropTarget
        words={text(tab === 'prove' ? 'prove.source.letGo' : 'intake.letGo')}
        onDrop={event => (tab === 'prove' ? prove.current?.drop(event) : void page.actions.addDrop(event))}
        onPaste={files => (tab === 'prove' ? prove.current?.paste(files) : void page.actions.addFiles(files))}
      />
    </div>
  );
}
