// First, so that what is imported below finds its texts.
import '../../locales/workspace.ts';
import { text } from '../../locales/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FiguresTable } from '../../ui/FiguresTable.tsx';

/** How much the number of photos in a label matters: the figures of docs/limits.md. */
export default function MeasuredDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text('measured.title')} onClose={onClose}>
      <p>{text('measured.intro')}</p>
      <FiguresTable
        caption={text('measured.caption')}
        head={[text('measured.perLabel'), text('measured.clean'), text('measured.protected')]}
        rows={[
          ['20', '33', '24'],
          ['50', '42', '21'],
          ['80', '48', '12'],
          ['160', '58', '12'],
        ]}
      />
      <p>{text('measured.guess')}</p>
      <h3>{text('measured.wholeTitle')}</h3>
      <FiguresTable
        caption={text('measured.wholeCaption')}
        head={[text('measured.share'), text('measured.left')]}
        rows={[
          ['100 %', '10.5'],
          ['90 %', '47.4'],
          ['80 %', '53.7'],
          ['50 %', '63.1'],
        ]}
      />
      <p>{text('measured.whole')}</p>
      <p className="field-help">{text('measured.method')}</p>
    </Dialog>
  );
}
