import { lazy, Suspense } from 'react';
import { text } from '../../locales/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { LabelsPanel } from '../labels/LabelsPanel.tsx';
import { useOpenParts, usePage } from './context.tsx';

const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx'));
const PreferencesDialog = lazy(() => import('./PreferencesDialog.tsx'));
const StartOverDialog = lazy(() => import('./StartOverDialog.tsx'));
const LimitsDialog = lazy(() => import('./LimitsDialog.tsx'));
const MeasuredDialog = lazy(() => import('../labels/MeasuredDialog.tsx'));

/** The dialog that lies open, if any. Each is fetched when it is first wanted. */
export function Dialogs() {
  const { dialog } = useOpenParts();
  const { closeDialog } = usePage();
  const wide = useMedia(breakpoints.wide);
  const shared = { onClose: closeDialog };
  return (
    <Suspense fallback={null}>
      {dialog === 'shortcuts' && <ShortcutsDialog {...shared} />}
      {dialog === 'preferences' && <PreferencesDialog {...shared} />}
      {dialog === 'startOver' && <StartOverDialog {...shared} />}
      {dialog === 'limits' && <LimitsDialog {...shared} />}
      {dialog === 'measured' && <MeasuredDialog {...shared} />}
      {dialog === 'labels' && (
        <Dialog title={text('labels.title')} {...shared}>
          <LabelsPanel />
        </Dialog>
      )}
      {dialog === 'inspector' && !wide && (
        <Dialog title={text('inspector.title')} {...shared}>
          <Inspector />
        </Dialog>
      )}
    </Suspense>
  );
}
