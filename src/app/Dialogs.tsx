import { lazy, Suspense } from 'react';
import { useOpenParts, usePage } from '../features/commands/context.tsx';
import { breakpoints, useMedia } from '../ui/useMedia.ts';

const AboutDialog = lazy(() => import('./about/AboutDialog.tsx'));
const PrivacyDialog = lazy(() => import('./privacy/PrivacyDialog.tsx'));
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx'));
const PreferencesDialog = lazy(() => import('./PreferencesDialog.tsx'));
const StartOverDialog = lazy(() => import('./StartOverDialog.tsx'));
const CheckDialog = lazy(() => import('../features/check/CheckDialog.tsx'));
const LimitsDialog = lazy(() => import('./LimitsDialog.tsx'));
const KeepKeyDialog = lazy(() => import('../features/keepKey/KeepKeyDialog.tsx'));
const LabelsDialog = lazy(() => import('./LabelsDialog.tsx'));
const InspectorDialog = lazy(() => import('./InspectorDialog.tsx'));
const ViewerDialog = lazy(() => import('../features/viewer/ViewerDialog.tsx'));
const MeasuredDialog = lazy(() => import('../features/labels/MeasuredDialog.tsx'));

/** The dialog that lies open, if any. Each is fetched when it is first wanted. */
export function Dialogs() {
  const { dialog } = useOpenParts();
  const { closeDialog } = usePage();
  const wide = useMedia(breakpoints.wide);
  const shared = { onClose: closeDialog };
  return (
    <Suspense fallback={null}>
      {dialog === 'about' && <AboutDialog {...shared} />}
      {dialog === 'privacy' && <PrivacyDialog {...shared} />}
      {dialog === 'shortcuts' && <ShortcutsDialog {...shared} />}
      {dialog === 'preferences' && <PreferencesDialog {...shared} />}
      {dialog === 'startOver' && <StartOverDialog {...shared} />}
      {dialog === 'check' && <CheckDialog {...shared} />}
      {dialog === 'limits' && <LimitsDialog {...shared} />}
      {dialog === 'measured' && <MeasuredDialog {...shared} />}
      {dialog === 'keepKey' && <KeepKeyDialog {...shared} />}
      {dialog === 'labels' && <LabelsDialog {...shared} />}
      {dialog === 'viewer' && <ViewerDialog {...shared} />}
      {dialog === 'inspector' && !wide && <InspectorDialog {...shared} />}
    </Suspense>
  );
}
