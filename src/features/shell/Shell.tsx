import { lazy, Suspense, useRef } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { AnnouncerProvider } from '../../ui/announce.tsx';
import { AddInputs, type AddInputsHandle } from '../intake/AddInputs.tsx';
import { DropTarget } from '../intake/DropTarget.tsx';
import { EmptyState } from '../intake/EmptyState.tsx';
import { IntakeVoice } from '../intake/IntakeVoice.tsx';
import { PageProvider } from './context.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Dock } from './Dock.tsx';
import { Header, protectTab } from './Header.tsx';
import { loadWorkspace } from './loadWorkspace.ts';
import { useShortcuts } from './useShortcuts.ts';
// Styles of what is fetched later too: that way they keep their order, and nothing changes when it arrives.
import '../grid/grid.css';
import '../inspector/inspector.css';
import '../labels/labels.css';
import './shell.css';

const Workspace = lazy(loadWorkspace);

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
        <DropTarget />
        <IntakeVoice />
        <Dialogs />
      </PageProvider>
    </AnnouncerProvider>
  );
}

function Layout() {
  useShortcuts();
  const empty = useKeyveil(s => s.arrangement.order.length === 0 && s.arrangement.labels.length === 0);
  return (
    <div className="page">
      <Header />
      <main className="main">
        <div className="panels" id={protectTab.panel} role="tabpanel" aria-labelledby={protectTab.tab}>
          {/* The empty page stays for the moment that the rest still takes on a slow line. */}
          {empty ? (
            <EmptyState />
          ) : (
            <Suspense fallback={<EmptyState />}>
              <Workspace />
            </Suspense>
          )}
        </div>
      </main>
      <Dock />
    </div>
  );
}
