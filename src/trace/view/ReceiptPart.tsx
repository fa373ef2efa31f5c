import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { KeyField } from '../../features/key/KeyField.tsx';
import { number, text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { brokenText } from '../../ui/brokenText.ts';
import { FileInput, type FileInputHandle } from '../../ui/FileInput.tsx';
import { Note } from '../../ui/Note.tsx';
import type { ClaimStanding, OpenReceipt, TraceClaim } from '../state/traceClaim.ts';
import { CommitPart } from './CommitPart.tsx';

interface PartProps {
  readonly claim: TraceClaim;
  /** Whether the tab is in sight: the key's field stands in one place of the page at a time. */
  readonly shown: boolean;
}

/** Which receipt is traced with, its key beside it, and how the two stand to each other. */
export function ReceiptPart({ claim, shown }: PartProps) {
  const standing = useStore(claim.store, s => s.standing);
  // Photos are being protected with the key that is there.
  const busy = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  const openKey = useStore(claim.store, s => s.opened?.openKey ?? null);
  return (
    <section className="wing-source trace-receipt" aria-label={text('trace.receipt.part')}>
      <div className="trace-claim">
        <Receipt claim={claim} />
        <div className="trace-key">
          {openKey === null ? (
            <>
              {busy && <p className="field-help">{text('trace.key.busy')}</p>}
              {shown && !busy && <KeyField />}
            </>
          ) : (
            <p className="field-help">{text('trace.example.key', { key: openKey })}</p>
          )}
        </div>
      </div>
      <Standing standing={standing} />
    </section>
  );
}

/** The receipt, or the ways to give one. */
function Receipt({ claim }: Pick<PartProps, 'claim'>) {
  const { opened, trouble, standing } = useStore(claim.store);
  const input = useRef<FileInputHandle>(null);
  const offer = useOffer();
  const choose = () => input.current?.choose();
  return (
    <div className="trace-given">
      {opened ? (
        <Opened opened={opened} standing={standing} onChoose={choose} onClose={claim.close} />
      ) : (
        <>
          <p>{text('trace.receipt.what')}</p>
          <p className="wing-other trace-choice">
            <Button icon="file" onClick={choose}>
              {text('trace.receipt.choose')}
            </Button>
            <span>{text('trace.receipt.drop')}</span>
          </p>
        </>
      )}
      {offer && !opened && (
        <p className="wing-other">
          <Button tone="link" onClick={() => void claim.openPages()}>
            {text(`trace.receipt.${offer}`)}
          </Button>
        </p>
      )}
      <FileInput
        ref={input}
        label={text('trace.receipt.input')}
        accept=".json,application/json"
        many={false}
        onFiles={([file]) => file && void claim.openFile(file)}
      />
      {trouble && (
        <Note tone="warn" spoken>
          {text(`trace.receipt.trouble.${trouble.reason}`, { name: trouble.name })}
        </Note>
      )}
    </div>
  );
}

interface OpenedProps {
  readonly opened: OpenReceipt;
  readonly standing: ClaimStanding;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

function Opened({ opened: { receipt, name, published }, onChoose, onClose }: OpenedProps) {
  const labels = new Set(receipt.files.map(({ label }) => label)).size;
  const holds = text('trace.receipt.holds', {
    count: receipt.files.length,
    n: number(receipt.files.length),
    labels: text('receipt.labels', { count: labels, n: number(labels) }),
  });
  return (
    <>
      <p className="wing-set">
        <strong title={name}>{text('trace.receipt.dataset', { dataset: receipt.dataset })}</strong>
        <Button tone="link" onClick={onChoose}>
          {text('trace.receipt.other')}
        </Button>
        <Button tone="link" onClick={onClose}>
          {text('trace.receipt.close')}
        </Button>
      </p>
      <p className="wing-other">{holds}</p>
      <CommitPart published={published} />
    </>
  );
}

const tones = {
  'no-receipt': 'plain',
  'no-key': 'plain',
  checking: 'plain',
  'wrong-key': 'bad',
  'other-filters': 'bad',
  failed: 'bad',
  ok: 'good',
} as const satisfies Record<ClaimStanding['kind'], string>;

function Standing({ standing }: { readonly standing: ClaimStanding }) {
  const say = useAnnounce();
  const { kind } = standing;
  const usual = text(`trace.standing.${kind}`);
  const broken = kind === 'failed' ? standing.broken : null;
  const words = broken ? brokenText(broken, usual) : usual;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) say(words);
    first.current = false;
  }, [words, say]);
  if (kind === 'no-receipt') return null;
  if (broken) return <BrokenNote broken={broken} crashed={usual} />;
  return <Note tone={tones[kind]}>{words}</Note>;
}

/** What is still missing, beside a button that waits for it; more than that is said at the top already. */
export function StandingHelp({ kind }: { readonly kind: ClaimStanding['kind'] }) {
  if (kind !== 'no-receipt' && kind !== 'no-key') return null;
  return <span className="field-help">{text(`trace.standing.${kind}`)}</span>;
}

interface ReadingProps {
  readonly reading: { readonly found: number; readonly read: number } | null;
  readonly nothing: boolean;
}

/** How far files that were given are read, and that there were no photos in them. */
export function Reading({ reading, nothing }: ReadingProps) {
  return (
    <>
      {reading && (
        <p className="wing-other">
          {text('trace.reading', { read: number(reading.read), found: number(reading.found) })}
        </p>
      )}
      {nothing && (
        <Note tone="warn" spoken>
          {text('trace.nothing')}
        </Note>
      )}
    </>
  );
}

/** A receipt that is at hand on the page. */
function useOffer(): 'run' | 'reopened' | null {
  return useKeyveil(s => {
    const run = s.run.kind !== 'running' && [...s.results.values()].some(({ kind }) => kind === 'protected');
    if (run && s.key.kind === 'ready') return 'run';
    return s.reopened ? 'reopened' : null;
  });
}
