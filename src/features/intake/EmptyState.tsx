import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { takesFolders } from '../../ui/folders.ts';
import { usePage } from '../commands/context.tsx';
import { ReceiptBar } from '../receipt/ReceiptBar.tsx';
import { ResumeNotes } from '../resume/ResumeNotes.tsx';
import { EmptyPicture } from './EmptyPicture.tsx';
import { IntakeReport } from './IntakeReport.tsx';
import './intake.css';

/** The page before there are photos. */
export function EmptyState() {
  const page = usePage();
  const actions = useActions();
  const reading = useKeyveil(s => s.intake.kind === 'reading');
  return (
    <div className="empty">
      <div className="empty-zone">
        <EmptyPicture />
        <h2>{text('empty.title')}</h2>
        <p className="empty-what">{text('empty.what')}</p>
        <div className="empty-buttons">
          <Button tone="primary" large icon="image" disabled={reading} onClick={page.addPhotos}>
            {text('intake.addPhotos')}
          </Button>
          {takesFolders && (
            <Button large icon="folder" disabled={reading} onClick={page.addFolder}>
              {text('intake.addFolder')}
            </Button>
          )}
        </div>
        <p className="empty-hint">{text('empty.hint')}</p>
        <Button tone="link" icon="spark" disabled={reading} onClick={() => void actions.addSamplePhotos()}>
          {text('empty.samples')}
        </Button>
        <p className="empty-hint">
          {text('receipt.openHint')}{' '}
          <Button tone="link" disabled={reading} onClick={page.openReceipt}>
            {text('receipt.open')}
          </Button>
        </p>
        <div className="empty-report">
          <ResumeNotes />
          <ReceiptBar />
          <IntakeReport />
        </div>
      </div>
      <p className="empty-limits">
        {text('empty.limits')}{' '}
        <Button tone="link" onClick={() => page.openDialog('limits')}>
          {text('command.limits')}
        </Button>
      </p>
    </div>
  );
}
