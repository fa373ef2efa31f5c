// First, so that what is imported below finds its texts.
import '../locales/workspace.ts';
import { Inspector } from '../features/inspector/Inspector.tsx';
import { text } from '../locales/text.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** A photo looked at closely, where there is no room for it beside the others. */
export default function InspectorDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text('inspector.title')} onClose={onClose}>
      <Inspector />
    </Dialog>
  );
}
