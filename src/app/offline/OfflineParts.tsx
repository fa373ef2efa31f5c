// First, so that what is imported below finds its texts.
import '../../locales/offline.ts';
import { useEffect } from 'react';
import { takeLaunchFiles } from '../../state/intake/launchFiles.ts';
import { useActions } from '../../state/react.tsx';
import { pageOffline } from './browserOffline.ts';
import { UpdateNote } from './UpdateNote.tsx';

/** What makes of the page an app that works without a network and opens files. Fetched once the page is up. */
export default function OfflineParts() {
  const { addFiles } = useActions();
  useEffect(() => {
    // The dev server has no service worker.
    if (import.meta.env.PROD) void pageOffline.start();
    takeLaunchFiles(files => void addFiles(files));
  }, [addFiles]);
  return <UpdateNote />;
}
