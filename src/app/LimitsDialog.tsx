// First, so that what is imported below finds its texts.
import '../locales/dialogs.ts';
import { text } from '../locales/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FiguresTable } from '../ui/FiguresTable.tsx';
import { Jargon } from '../ui/Jargon.tsx';

/** What Keyveil protects against and what not, with the figures of docs/limits.md. */
export default function LimitsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text('limits.title')} onClose={onClose} size="wide">
      <p>{text('limits.intro')}</p>
      <h3>{text('limits.helpsTitle')}</h3>
      <ul className="limits-list">
        <li>{text('limits.helps1')}</li>
        <li>{text('limits.helps2')}</li>
        <li>{text('limits.helps3')}</li>
      </ul>
      <h3>{text('limits.notTitle')}</h3>
      <ul className="limits-list">
        <li>{text('limits.not1')}</li>
        <li>{text('limits.not2')}</li>
        <li>{text('limits.not3')}</li>
        <li>{text('limits.not4')}</li>
        <li>{text('limits.not5')}</li>
        <li>{text('limits.not6')}</li>
      </ul>
      <FiguresTable
        caption={text('limits.fightCaption')}
        head={[
          text('limits.trainer'),
          text('limits.cleanPhotos'),
          text('limits.castAlone'),
          text('limits.castVeil'),
        ]}
        rows={[
          [text('limits.plainly'), '73.6', '23.8', '16.0'],
          [text('limits.sharpening'), '65.9', '23.0', '21.7'],
          [text('limits.warping'), '54.6', '22.1', '19.3'],
          [text('limits.grey'), '–', '58.9', '25.9'],
          [text('limits.projects'), '–', '71.1', '31.0'],
          [text('limits.fineTuning'), '64.4', '42.1', '25.6'],
          [text('limits.frozen'), '58.2', '56.8', '40.6'],
        ]}
      />
      <p className="field-help">
        <Jargon words={text('limits.method')} />
      </p>
    </Dialog>
  );
}
