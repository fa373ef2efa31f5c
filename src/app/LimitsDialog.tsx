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
      <FiguresTable
        caption={text('limits.sizeCaption')}
        head={[
          text('limits.howProtected'),
          text('figures.at32'),
          text('figures.at64'),
          text('figures.at128'),
        ]}
        rows={[
          [text('limits.none'), '73.6', '72.6', '72.9'],
          [text('limits.cuda3'), '72.0', '64.5', '36.8'],
          [text('limits.veil32'), '10.6', '13.6', '20.2'],
          [text('limits.veil128'), '64.4', '34.7', '12.1'],
        ]}
      />
      <h3>{text('limits.notTitle')}</h3>
      <ul className="limits-list">
        <li>{text('limits.not1')}</li>
        <li>
          <Jargon words={text('limits.not2')} />
        </li>
        <li>{text('limits.not3')}</li>
        <li>{text('limits.not4')}</li>
        <li>{text('limits.not5')}</li>
      </ul>
      <FiguresTable
        caption={text('limits.fightCaption')}
        head={[
          text('limits.trainer'),
          text('limits.cleanPhotos'),
          text('figures.veil32'),
          text('figures.veil23'),
          text('figures.veil16'),
        ]}
        rows={[
          [text('limits.plainly'), '73.6', '10.6', '11.5', '12.9'],
          [text('limits.sharpening'), '65.9', '47', '22.9', '18.2'],
          [text('limits.warping'), '54.6', '49', '32.3', '22.2'],
          [text('limits.fineTuning'), '64.4', '–', '17.0', '–'],
          [text('limits.frozen'), '58.2', '–', '36.8', '–'],
        ]}
      />
      <p className="field-help">
        <Jargon words={text('limits.method')} />
      </p>
    </Dialog>
  );
}
