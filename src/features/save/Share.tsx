import { useEffect, useState } from 'react';
import { shareableOf } from '../../core/archive/sharing.ts';
import { text } from '../../locales/text.ts';
import { volumes } from '../../state/queries/archive.ts';
import { type Shareable, type ShareBasis, sameBasis, shareBasis } from '../../state/queries/shareBasis.ts';
import { useActions, useKeyveil, useKeyveilStore } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';

/** Whether the system's share sheet would take a file of that name and type. */
function takes(name: string, type: string): boolean {
  try {
    return navigator.canShare({ files: [new File(['x'], name, { type })] });
  } catch {
    return false;
  }
}

/** Hands the archive to the share sheet: the zip where the browser lets zips be shared, else the photos if they are few. */
export function ShareArchive() {
  const parts = useKeyveil(volumes);
  const entries = parts.flatMap(part => part.entries);
  const what = shareableOf({
    count: entries.length,
    bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0),
    zips: parts.length,
    // Chromium lists the endings that may be shared, and .zip is not among them; Safari takes it.
    takesZips: takes('photos.zip', 'application/zip'),
    takesPhotos: takes('photo.jpg', 'image/jpeg'),
  });
  if (what === 'nothing') return null;
  if (what === 'too-many') return <p>{text('run.share.tooMany')}</p>;
  return <ShareButton what={what} words={what === 'photos' ? text('run.share.photos') : null} />;
}

/** The receipt likewise, where the sheet takes such a file. */
export function ShareReceipt() {
  if (!takes('photos.keyveil.json', 'application/json')) return null;
  return <ShareButton what="receipt" words={null} />;
}

type Step =
  | { readonly kind: 'none' | 'preparing' | 'done' | 'failed' }
  /** Making it took longer than a press counts for: it waits for another. */
  | { readonly kind: 'ready'; readonly files: readonly File[]; readonly of: ShareBasis };

function ShareButton({ what, words }: { readonly what: Shareable; readonly words: string | null }) {
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const store = useKeyveilStore();
  const actions = useActions();
  const say = useAnnounce();
  const stale = useKeyveil(s => step.kind === 'ready' && !sameBasis(step.of, shareBasis(what, s)));
  const said = stepText(stale ? { kind: 'none' } : step);
  useEffect(() => {
    if (said !== null) say(said);
  }, [said, say]);

  const share = async (files: readonly File[], of: ShareBasis) => {
    const outcome = await openSheet(files);
    if (outcome === 'needs-press') return setStep({ kind: 'ready', files, of });
    if (outcome === 'shared') actions.noteShared(what, of);
    setStep({ kind: outcome === 'shared' ? 'done' : outcome === 'closed' ? 'none' : 'failed' });
  };
  const press = async () => {
    if (step.kind === 'preparing') return;
    if (step.kind === 'ready' && !stale) return share(step.files, step.of);
    setStep({ kind: 'preparing' });
    const of = shareBasis(what, store.getState());
    const files = await actions.filesToShare(what);
    return files ? share(files, of) : setStep({ kind: 'none' });
  };
  return (
    <>
      <Button aria-disabled={step.kind === 'preparing' ? true : undefined} onClick={() => void press()}>
        {text(
          step.kind === 'ready' && !stale
            ? 'run.share.now'
            : what === 'receipt'
              ? 'run.share.receipt'
              : 'run.share',
        )}
      </Button>
      {(said ?? words) !== null && <p>{said ?? words}</p>}
    </>
  );
}

function stepText({ kind }: Step): string | null {
  return kind === 'none' ? null : text(`run.share.${kind}`);
}

/** Opens the sheet. `needs-press`: the browser wants a press right before, and the last one is too long ago. */
async function openSheet(files: readonly File[]): Promise<'shared' | 'closed' | 'needs-press' | 'refused'> {
  // Firefox and old Safari do not tell; there the sheet says so itself.
  if (navigator.userActivation?.isActive === false) return 'needs-press';
  try {
    await navigator.share({ files: [...files] });
    return 'shared';
  } catch (error) {
    if (!(error instanceof DOMException)) return 'refused';
    if (error.name === 'AbortError') return 'closed';
    return 'refused';
  }
}
