// First, so that what is imported below finds its texts.
import '../locales/workspace.ts';
import { LabelsPanel } from '../features/labels/LabelsPanel.tsx';
import { text } from '../locales/text.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** The list of labels on a phone. */
export default function LabelsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text('labels.title')} onClose={onClose}>
      <LabelsPanel />
    </Dialog>
  );
}
