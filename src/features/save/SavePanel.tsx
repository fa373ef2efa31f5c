import { lazy, Suspense, useEffect } from 'react';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { privateFilesReady } from '../../state/save/privateFiles.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { usePage } from '../commands/context.tsx';
import { offerKeyFile } from '../key/offerFile.ts';
import { RememberSet } from './RememberSet.tsx';
import { SaveStep, savedText } from './SaveItem.tsx';
import { SaveZip } from './SaveZip.tsx';
import { savingText } from './savingText.ts';
import { takeAwayId } from './takeAway.ts';
import './save.css';

// Most devices have no share sheet, or a mouse.
const ShareArchive = lazy(async () => ({ default: (await import('./Share.tsx')).ShareArchive }));
const ShareReceipt = lazy(async () => ({ default: (await import('./Share.tsx')).ShareReceipt }));

/** The three things to take away, in their order, each with the one sentence that one must know about it. */
export function SavePanel() {
  const receiptSaved = useKeyveil(s => s.receiptSaved);
  const ready = useKeyveil(privateFilesReady);
  const kept = useKeyveil(s => s.keyKept);
  const hasKey = useKeyveil(s => s.passphrase !== '');
  const credit = useKeyveil(s => s.output.keepDateAndCopyright);
  const { saveReceipt, saveFilters, saveTdmrep, keyFile } = useActions();
  const { openDialog } = usePage();
  useSpokenSaving();
  const touch = useMedia(breakpoints.touch);
  const shares = touch && 'canShare' in navigator;

  return (
    <section className="run-save" id={takeAwayId} tabIndex={-1} aria-label={text('run.save.title')}>
      <p className="run-save-only">
        <b>{text('run.save.only')}</b> {text('run.save.private')}
      </p>
      <SaveStep
        step={1}
        done={hasKey && kept !== 'unsaved'}
        words={text('run.save.key.what')}
        state={text(hasKey ? `run.save.key.${kept}` : 'run.save.key.gone')}
        more={
          hasKey && (
            <Button tone="link" onClick={() => openDialog('keepKey')}>
              {text('key.otherWays')}
            </Button>
          )
        }
      >
        <Button disabled={!hasKey} onClick={() => offerKeyFile({ keyFile })}>
          {text('key.save')}
        </Button>
      </SaveStep>
      <SaveZip />
      {shares && (
        <Suspense fallback={null}>
          <ShareArchive />
        </Suspense>
      )}
      <SaveStep
        step={3}
        done={receiptSaved}
        words={text(ready ? 'run.save.receipt.what' : 'resume.needKey')}
        state={savedText(receiptSaved)}
      >
        <Button disabled={!ready} onClick={() => void saveReceipt()}>
          {text('run.save.receipt')}
        </Button>
      </SaveStep>
      {shares && ready && (
        <Suspense fallback={null}>
          <ShareReceipt />
        </Suspense>
      )}
      <RememberSet ready={ready} />
      <p className="run-save-besides">{text(credit ? 'run.save.credit' : 'run.save.kept')}</p>
      <p className="run-save-besides">
        {text('run.save.more')}
        <Button
          tone="link"
          disabled={!ready}
          title={text('run.save.filters.what')}
          onClick={() => void saveFilters()}
        >
          {text('run.save.filters')}
        </Button>
        <Button tone="link" title={text('settings.tdmrep.note')} onClick={saveTdmrep}>
          {text('settings.tdmrep')}
        </Button>
        <Button tone="link" className="run-startOver" onClick={() => openDialog('startOver')}>
          {text('run.startOver')}
        </Button>
      </p>
    </section>
  );
}

function useSpokenSaving(): void {
  const words = useKeyveil(s => savingText(s.saving));
  const announce = useAnnounce();
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, announce]);
}
