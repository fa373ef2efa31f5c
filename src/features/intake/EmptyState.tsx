import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { takesFolders } from '../../ui/folders.ts';
import { usePage } from '../commands/context.tsx';

import { ReceiptPlace } from '../receipt/ReceiptPlace.tsx';
import { RecentPlace } from '../recent/RecentPlace.tsx';
import { ResumePlace } from '../resume/ResumePlace.tsx';
import { IntakePlace } from './IntakePlace.tsx';
import { Reach } from './Reach.tsx';
import './intake.css';

/** The page before there are photos: what it is for, what it is not for, and how to begin. */
export function EmptyState() {
  const page = usePage();
  const actions = useActions();
  const reading = useKeyveil(s => s.intake.kind === 'reading');
  return (
    <div className="empty">
      <div className="empty-zone">
        <div className="empty-start">
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
          <p className="empty-hint empty-drop">{text('empty.hint')}</p>
        </div>
        <Reach />
        <div className="empty-others">
          <Button
            tone="link"
            icon="spark"
            disabled={reading}
            onClick={() => void actions.addSamplePhotos('photographs')}
          >
            {text('empty.samples')}
          </Button>
          <p className="empty-hint">
            {text('receipt.openHint')}{' '}
            <Button tone="link" disabled={reading} onClick={page.openReceipt}>
              {text('receipt.open')}
            </Button>
          </p>
        </div>
        <div className="empty-report">
          <ResumePlace />
          <RecentPlace />
          <ReceiptPlace />
          <IntakePlace />
        </div>
      </div>
    </div>
  );
}
