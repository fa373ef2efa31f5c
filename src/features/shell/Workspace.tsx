// First, so that what is imported below finds its texts.
import '../../locales/workspace.ts';
import { text } from '../../locales/text.ts';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { GridSection } from '../grid/GridSection.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { LabelsArea } from '../labels/LabelsArea.tsx';

/** The page once there are photos: labels, the photos themselves, and the one that is looked at. */
export default function Workspace() {
  const wide = useMedia(breakpoints.wide);
  return (
    <>
      <LabelsArea />
      <GridSection />
      {wide && (
        <aside className="inspector-panel" aria-label={text('inspector.title')}>
          <Inspector />
        </aside>
      )}
    </>
  );
}
