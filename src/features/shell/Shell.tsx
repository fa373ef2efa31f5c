import { useRef } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { AnnouncerProvider } from '../../ui/announce.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { GridSection } from '../grid/GridSection.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { AddInputs, type AddInputsHandle } from '../intake/AddInputs.tsx';
import { DropTarget } from '../intake/DropTarget.tsx';
import { EmptyState } from '../intake/EmptyState.tsx';
import { IntakeVoice } from '../intake/IntakeVoice.tsx';
import { LabelsArea } from '../labels/LabelsArea.tsx';
import { PageProvider } from './context.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Dock } from './Dock.tsx';
import { Header, protectTab } from './Header.tsx';
import { useShortcuts } from './useShortcuts.ts';
import './shell.css';

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
  const wide = useMedia(breakpoints.wide);
  return (
    <div className={empty ? 'page page-empty' : 'page'}>
      <Header />
      <main className="main">
        <div className="panels" id={protectTab.panel} role="tabpanel" aria-labelledby={protectTab.tab}>
          {empty ? (
            <EmptyState />
          ) : (
            <>
              <LabelsArea />
              <GridSection />
              {wide && (
                <aside className="inspector-panel">
                  <Inspector />
                </aside>
              )}
            </>
          )}
        </div>
      </main>
      <Dock />
    </div>
  );
}
