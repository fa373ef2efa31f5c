import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { useActions, useKeyveilStore } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import type { CommandContext } from './commandContext.ts';
import type { DialogName } from './dialogs.ts';

/** What the parts of the page share besides the state: the command context, and what lies open. */
export interface Page extends CommandContext {
  readonly closeDialog: () => void;
  readonly closeLabelAs: () => void;
  /** Puts the keyboard back on the photos. */
  readonly focusGrid: () => void;
}

/** What lies open. Apart from {@link Page}, so that only what shows it renders anew. */
export interface OpenParts {
  readonly dialog: DialogName | null;
  /** What the field "Label as" starts with; null while it is closed. */
  readonly labelAs: string | null;
}

const PageContext = createContext<Page | null>(null);
const OpenContext = createContext<OpenParts>({ dialog: null, labelAs: null });

interface Props {
  readonly children: ReactNode;
  readonly addPhotos: () => void;
  readonly addFolder: () => void;
  readonly openReceipt: () => void;
}

export function PageProvider({ children, addPhotos, addFolder, openReceipt }: Props) {
  const store = useKeyveilStore();
  const actions = useActions();
  const say = useAnnounce();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [labelAs, setLabelAs] = useState<string | null>(null);
  const add = useRef({ addPhotos, addFolder, openReceipt });
  add.current = { addPhotos, addFolder, openReceipt };

  const page = useMemo<Page>(
    () => ({
      state: store.getState,
      actions,
      say,
      openDialog: setDialog,
      closeDialog: () => setDialog(null),
      addPhotos: () => add.current.addPhotos(),
      addFolder: () => add.current.addFolder(),
      openReceipt: () => add.current.openReceipt(),
      labelAs: setLabelAs,
      closeLabelAs: () => setLabelAs(null),
      lookCloser: () => setDialog('viewer'),
      focusGrid: () => document.getElementById('photos')?.focus({ preventScroll: true }),
    }),
    [store, actions, say],
  );
  const open = useMemo(() => ({ dialog, labelAs }), [dialog, labelAs]);
  return (
    <PageContext value={page}>
      <OpenContext value={open}>{children}</OpenContext>
    </PageContext>
  );
}

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('PageProvider is missing above this component');
  return page;
}

export function useOpenParts(): OpenParts {
  return useContext(OpenContext);
}
