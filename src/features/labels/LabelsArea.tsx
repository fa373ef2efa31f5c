import { text } from '../../locales/text.ts';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { LabelChips } from './LabelChips.tsx';
import { LabelsPanel } from './LabelsPanel.tsx';
import './labels.css';

/** The labels: a column beside the photos, or a strip above them on a phone. */
export function LabelsArea() {
  const phone = useMedia(breakpoints.phone);
  if (phone) return <LabelChips />;
  return (
    <aside className="labels-panel" aria-label={text('labels.title')}>
      <LabelsPanel />
    </aside>
  );
}
