// First, so that what is imported below finds its texts.
import '../locales/workspace.ts';
import { GridSection } from '../features/grid/GridSection.tsx';
import { Inspector } from '../features/inspector/Inspector.tsx';
import { LabelsArea } from '../features/labels/LabelsArea.tsx';
import { PhoneSteps } from '../features/steps/PhoneSteps.tsx';
import { text } from '../locales/text.ts';
import { breakpoints, useMedia } from '../ui/useMedia.ts';

/** The page once there are photos: labels, the photos themselves, and the one that is looked at. */
export default function Workspace() {
  const wide = useMedia(breakpoints.wide);
  const hand = useMedia(breakpoints.hand);
  return (
    <>
      {hand && <PhoneSteps />}
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
