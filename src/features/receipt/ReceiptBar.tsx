import { useEffect } from 'react';
import { number, text } from '../../locales/text.ts';
import type { Reopened } from '../../state/model/receipt.ts';
import { counts } from '../../state/queries/counts.ts';
import { receiptStanding } from '../../state/queries/receiptStanding.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';

/** Which receipt photos are being added to, and whether it fits the key; why one could not be opened. */
export function ReceiptBar() {
  const reopened = useKeyveil(s => s.reopened);
  return (
    <>
      <ReceiptTrouble />
      {reopened && <Open reopened={reopened} />}
    </>
  );
}

function Open({ reopened }: { readonly reopened: Reopened }) {
  const standing = useKeyveil(receiptStanding);
  const before = useKeyveil(s => counts(s).before);
  const busy = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  const { closeReceipt } = useActions();
  const say = useAnnounce();
  const words = standing === 'closed' ? null : text(`receipt.standing.${standing}`);
  useEffect(() => {
    if (words !== null) say(words);
  }, [words, say]);
  if (standing === 'closed') return null;

  const wrong = standing === 'other-key' || standing === 'changed';
  return (
    <section className="receipt" aria-label={text('receipt.adding', { dataset: reopened.receipt.dataset })}>
      <Note
        tone={wrong ? 'bad' : standing === 'right' ? 'good' : 'plain'}
        trailing={
          <Button
            tone="link"
            disabled={busy}
            title={text('receipt.closeWhy')}
            onClick={() => {
              closeReceipt();
              say(text('receipt.closed'));
            }}
          >
            {text('receipt.close')}
          </Button>
        }
      >
        <p>
          <b>{text('receipt.adding', { dataset: reopened.receipt.dataset })}.</b> {holdsText(reopened)}
        </p>
        <p>
          {words}
          {before > 0 && <> {text('receipt.before', { count: before, n: number(before) })}</>}
        </p>
      </Note>
    </section>
  );
}

/** How much a receipt lists. */
function holdsText({ receipt }: Reopened): string {
  const labels = new Set(receipt.files.map(file => file.label)).size;
  return text('receipt.holds', {
    count: receipt.files.length,
    n: number(receipt.files.length),
    labels: text('receipt.labels', { count: labels, n: number(labels) }),
  });
}

function ReceiptTrouble() {
  const trouble = useKeyveil(s => s.receiptTrouble);
  const { dismissReceiptTrouble } = useActions();
  const say = useAnnounce();
  const words = trouble && text(`receipt.trouble.${trouble.reason}`, { name: trouble.name });
  useEffect(() => {
    if (words !== null) say(words);
  }, [words, say]);
  if (words === null) return null;
  return (
    <Note tone="warn" onDismiss={dismissReceiptTrouble}>
      {words}
    </Note>
  );
}
