// First, so that what is imported below finds its texts.
import '../../locales/dialogs.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Broken } from '../../core/faults/failure.ts';
import { text } from '../../locales/text.ts';
import type { CheckOutcome } from '../../state/actions.ts';
import { useActions } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { bytesText } from '../run/bytesText.ts';
import { CheckResult, resultText } from './CheckResult.tsx';
import { ArchiveField, ReceiptField } from './FileFields.tsx';
import './check.css';

type Stage =
  | { readonly kind: 'choosing'; readonly trouble: string | Broken | null }
  | {
      readonly kind: 'reading';
      readonly done: number;
      readonly total: number;
      readonly stop: AbortController;
    }
  | { readonly kind: 'done'; readonly outcome: Extract<CheckOutcome, { kind: 'checked' }> };

const choosing: Stage = { kind: 'choosing', trouble: null };

/** An old archive held against its receipt. */
export default function CheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { checkArchive } = useActions();
  const say = useAnnounce();
  const [receipt, setReceipt] = useState<File | null>(null);
  const [archive, setArchive] = useState<readonly File[]>([]);
  const [stage, setStage] = useState<Stage>(choosing);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const check = async (against: File) => {
    const stop = new AbortController();
    stopping.current = stop;
    const report = (done: number, total: number) => setStage({ kind: 'reading', done, total, stop });
    report(0, 0);
    const outcome = await checkArchive(against, archive, report, stop.signal);
    if (outcome.kind === 'checked') say(resultText(outcome));
    setStage(stageAfter(outcome));
  };

  return (
    <Dialog
      title={text('check.title')}
      onClose={onClose}
      footer={
        <Buttons
          stage={stage}
          ready={receipt !== null && archive.length > 0}
          onClose={onClose}
          onCheck={() => receipt && void check(receipt)}
          onAgain={() => setStage(choosing)}
        />
      }
    >
      {stage.kind === 'choosing' && (
        <>
          <p>{text('check.what')}</p>
          <ReceiptField file={receipt} onChange={setReceipt} />
          <ArchiveField files={archive} onChange={setArchive} />
          {stage.trouble !== null && typeof stage.trouble !== 'string' && (
            <BrokenNote tone="warn" broken={stage.trouble} crashed={text('check.crashed')} />
          )}
          {typeof stage.trouble === 'string' && (
            <Note tone="warn" spoken>
              {stage.trouble}
            </Note>
          )}
        </>
      )}
      {stage.kind === 'reading' && <Reading {...stage} />}
      {stage.kind === 'done' && <CheckResult outcome={stage.outcome} />}
    </Dialog>
  );
}

function stageAfter(outcome: CheckOutcome): Stage {
  switch (outcome.kind) {
    case 'checked':
      return { kind: 'done', outcome };
    case 'cancelled':
      return choosing;
    case 'failed':
      return { kind: 'choosing', trouble: text('check.failed') };
    case 'refused':
      return { kind: 'choosing', trouble: text(`check.refused.${outcome.reason}`) };
    case 'worker-lost':
    case 'unexpected':
      return { kind: 'choosing', trouble: outcome };
  }
}

function Reading({ done, total }: { readonly done: number; readonly total: number }) {
  const words = text('check.progress.bytes', { done: bytesText(done), total: bytesText(total) });
  return (
    <div className="check-reading">
      <ProgressBar
        label={text('check.progress')}
        value={total > 0 ? done : null}
        max={total}
        valueText={words}
      />
      <p>{words}</p>
    </div>
  );
}

interface ButtonsProps {
  readonly stage: Stage;
  readonly ready: boolean;
  readonly onClose: () => void;
  readonly onCheck: () => void;
  readonly onAgain: () => void;
}

function Buttons({ stage, ready, onClose, onCheck, onAgain }: ButtonsProps): ReactNode {
  if (stage.kind === 'reading')
    return <Button onClick={() => stage.stop.abort()}>{text('app.cancel')}</Button>;
  if (stage.kind === 'done') {
    return (
      <>
        <Button onClick={onAgain}>{text('check.again')}</Button>
        <Button tone="primary" onClick={onClose}>
          {text('app.done')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button onClick={onClose}>{text('app.cancel')}</Button>
      <Button tone="primary" disabled={!ready} onClick={onCheck}>
        {text('check.start')}
      </Button>
    </>
  );
}
