import {
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { hasStrays, onUnexpected } from '../core/faults/unexpectedLog.ts';
import { PageProvider, usePage } from '../features/commands/context.tsx';
import type { TakesFiles } from '../features/commands/takesFiles.ts';
import { useShortcuts } from '../features/commands/useShortcuts.ts';
import { AddInputs, type AddInputsHandle } from '../features/intake/AddInputs.tsx';
import { DropTarget } from '../features/intake/DropTarget.tsx';
import { EmptyState } from '../features/intake/EmptyState.tsx';
import { IntakeVoice } from '../features/intake/IntakeVoice.tsx';
import { text } from '../locales/text.ts';
import type { GivenFile } from '../state/model/givenFile.ts';
import { useKeyveil } from '../state/react.tsx';
import { AnnouncerProvider } from '../ui/announce.tsx';
import { Boundary } from '../ui/Boundary.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Dock } from './Dock.tsx';
import { Header } from './Header.tsx';
import { LanguageVoice } from './LanguageVoice.tsx';
import { loadWorkspace } from './loadWorkspace.ts';
import { type Tab, tabIds, useTab } from './tab.ts';
// Styles of what is fetched later too: that way they keep their order, and nothing changes when it arrives.
import '../features/grid/grid.css';
import '../features/grid/toolbar.css';
import '../features/grid/tile.css';
import '../features/inspector/inspector.css';
import '../features/inspector/compare.css';
import '../features/inspector/filters/filters.css';
import '../features/labels/labels.css';
import './offline/offline.css';
import '../ui/wing.css';
import '../ui/finding.css';
import '../prove/view/prove.css';
import '../prove/view/legend.css';
import '../prove/view/bars.css';
import '../prove/view/numbersTable.css';
import '../trace/view/trace.css';
import '../trace/view/rows.css';
import '../trace/view/tables.css';
import '../trace/view/model.css';
import './dialogs.css';
import './unexpectedNote.css';
import './shell.css';
import './header.css';
import './dock.css';

const Workspace = lazy(loadWorkspace);
const PrivacyParts = lazy(() => import('./privacy/PrivacyParts.tsx'));
const UnexpectedNote = lazy(() => import('./UnexpectedNote.tsx'));
const OfflineParts = lazy(() => import('./offline/OfflineParts.tsx'));
const laterTabs = {
  prove: lazy(() => import('../prove/view/ProveTab.tsx')),
  trace: lazy(() => import('../trace/view/TraceTab.tsx')),
} as const;
type LaterTab = keyof typeof laterTabs;
const laterTabNames: readonly LaterTab[] = ['prove', 'trace'];
const letGo = {
  protect: 'intake.letGo',
  prove: 'prove.source.letGo',
  trace: 'trace.letGo',
} as const satisfies Record<Tab, string>;

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
        <Boundary>
          <Layout inputs={<AddInputs ref={inputs} />} />
        </Boundary>
        <IntakeVoice />
        <LanguageVoice />
        <Boundary>
          <Dialogs />
        </Boundary>
        <Boundary>
          <Later />
        </Boundary>
      </PageProvider>
    </AnnouncerProvider>
  );
}

/** What nobody waits for when the page opens. */
function Later() {
  const [up, setUp] = useState(false);
  const stray = useSyncExternalStore(onUnexpected, hasStrays, hasStrays);
  useEffect(() => {
    // Not in the moment in which a slow phone makes the page usable.
    const wait = setTimeout(() => setUp(true), 1000);
    return () => clearTimeout(wait);
  }, []);
  return (
    up && (
      <Suspense fallback={null}>
        <OfflineParts />
        <PrivacyParts />
        {stray && <UnexpectedNote />}
      </Suspense>
    )
  );
}

function Layout({ inputs }: { readonly inputs: ReactNode }) {
  const [tab, goTo] = useTab();
  const page = usePage();
  const takers = useTakers();
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
            <Boundary>
              <Suspense fallback={<EmptyState />}>
                <Workspace />
              </Suspense>
            </Boundary>
          )}
        </div>
        {laterTabNames.map(name => (
          <LaterPanel key={name} name={name} shown={tab === name} taker={takers.refs[name]} />
        ))}
        {/* Last, so that who looks for the buttons of these names finds those that are seen first. */}
        {inputs}
      </main>
      <Boundary>
        <Dock tab={tab} />
      </Boundary>
      <DropTarget
        words={text(letGo[tab])}
        onFiles={files => (tab === 'protect' ? void page.actions.addFiles(files) : takers.give(tab, files))}
      />
    </div>
  );
}

/** Hands files to a tab; what comes before the tab's part is there waits for it. */
function useTakers() {
  return useMemo(() => {
    const here = new Map<LaterTab, TakesFiles>();
    const waiting = new Map<LaterTab, Promise<readonly GivenFile[]>[]>();
    const refOf = (name: LaterTab) => (taker: TakesFiles | null) => {
      if (!taker) return void here.delete(name);
      here.set(name, taker);
      for (const files of waiting.get(name) ?? []) taker.take(files);
      waiting.delete(name);
    };
    return {
      refs: { prove: refOf('prove'), trace: refOf('trace') },
      give: (name: LaterTab, files: Promise<readonly GivenFile[]>) => {
        const taker = here.get(name);
        if (taker) taker.take(files);
        else waiting.set(name, [...(waiting.get(name) ?? []), files]);
      },
    };
  }, []);
}

interface LaterPanelProps {
  readonly name: LaterTab;
  readonly shown: boolean;
  readonly taker: Ref<TakesFiles>;
}

/** What is fetched when its tab is first opened. From then on it stays, with what it computed. */
function LaterPanel({ name, shown, taker }: LaterPanelProps) {
  const [seen, setSeen] = useState(shown);
  if (shown && !seen) setSeen(true);
  const Content = laterTabs[name];
  return (
    <div
      className="wing-panel"
      id={tabIds[name].panel}
      role="tabpanel"
      aria-labelledby={tabIds[name].tab}
      hidden={!shown}
    >
      {seen && (
        <Boundary>
          <Suspense fallback={<p className="loading">{text('prove.loading')}</p>}>
            <Content taker={taker} shown={shown} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}
