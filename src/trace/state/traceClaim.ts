import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Broken } from '../../core/faults/failure.ts';
import { parseReceipt, type Receipt, receiptText } from '../../core/receipt.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import { receiptFile } from '../../state/save/privateFiles.ts';
import { type Claim, type ClaimOutcome, claimOf } from '../core/claim.ts';
import { checkPublished, type Published, type PublishedCheck, publishedOf } from '../core/published.ts';
import type { TraceServices } from './traceServices.ts';

/** What everything under `Trace` starts from: a receipt and its key. */

export interface OpenReceipt {
  /** Of its file. */
  readonly name: string;
  readonly receipt: Receipt;
  /** Of the file itself; null for a receipt that this page wrote or read earlier. */
  readonly published: Published | null;
  /** Of the ready example, which is no secret; null: the key is the page's. */
  readonly openKey: string | null;
}

/** How the receipt stands to the key. `failed`: the key could not be worked out, or gave no filters. */
export type ClaimStanding =
  | { readonly kind: 'no-receipt' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed'; readonly broken: Broken }
  | Exclude<ClaimOutcome, { readonly kind: 'ok' }>
  | { readonly kind: 'ok'; readonly claim: Claim };

interface ReceiptTrouble {
  readonly name: string;
  readonly reason: 'not-a-receipt' | 'newer' | 'damaged' | 'unreadable';
}

interface ClaimState {
  readonly opened: OpenReceipt | null;
  readonly trouble: ReceiptTrouble | null;
  readonly standing: ClaimStanding;
}

export interface TraceClaim {
  readonly store: StoreApi<ClaimState>;
  openFile(file: File): Promise<void>;
  /** The ready example, with its own key: the page's stays as it is. Resolves once the two were held against each other. */
  openExample(file: File, passphrase: string): Promise<void>;
  /** Takes the receipt that is open under `Protect`, or else that of the photos protected on this page. */
  openPages(): Promise<void>;
  close(): void;
}

/** Deriving a key takes some tenths of a second on purpose, so it waits until typing pauses. */
const typingPause = 250;

/**
 * Keeps a receipt and its key in step. The key is derived with the receipt's dataset name, in a worker that is ended as
 * soon as the filters are known: the page's own key is for the dataset on the page, which a receipt of another one must not
 * change.
 */
export function createTraceClaim(
  page: Keyveil['store'],
  services: Pick<TraceServices, 'openKey'>,
): TraceClaim {
  const store = createStore<ClaimState>(() => ({
    opened: null,
    trouble: null,
    standing: { kind: 'no-receipt' },
  }));
  const set = (changes: Partial<ClaimState>) => store.setState(changes);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being checked, or was last. */
  let turn = 0;
  let passphrase = page.getState().passphrase;

  const settle = async (receipt: Receipt, key: string, mine: number) => {
    const standing = await standingOf(receipt, key, services);
    if (mine === turn) set({ standing });
  };
  const check = (opened: OpenReceipt | null, pause: number) => {
    clearTimeout(timer);
    const mine = ++turn;
    if (!opened) return set({ standing: { kind: 'no-receipt' } });
    if (passphrase === '') return set({ standing: { kind: 'no-key' } });
    set({ standing: { kind: 'checking' } });
    timer = setTimeout(() => void settle(opened.receipt, passphrase, mine), pause);
  };
  const open = (opened: OpenReceipt) => {
    set({ opened, trouble: null });
    check(opened, 0);
  };
  page.subscribe(s => {
    if (s.passphrase === passphrase) return;
    passphrase = s.passphrase;
    const { opened } = store.getState();
    if (opened?.openKey == null) check(opened, typingPause);
  });

  return {
    store,
    async openFile(file) {
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) return set({ trouble: { name: file.name, reason: 'unreadable' } });
      const read = parseReceipt(new TextDecoder().decode(bytes));
      if (read.kind === 'refused') {
        const reason = read.reason === 'not-ours' ? 'not-a-receipt' : read.reason;
        return set({ trouble: { name: file.name, reason } });
      }
      const published = await publishedOf(new Uint8Array(bytes));
      open({
        name: file.name,
        receipt: read.value,
        published: published.kind === 'read' ? published.value : null,
        openKey: null,
      });
    },
    async openExample(file, openKey) {
      const read = parseReceipt(await file.text());
      if (read.kind === 'refused') throw new Error(`The example's receipt is refused: ${read.reason}`);
      clearTimeout(timer);
      const opened = { name: file.name, receipt: read.value, published: null, openKey };
      set({ opened, trouble: null, standing: { kind: 'checking' } });
      await settle(read.value, openKey, ++turn);
    },
    async openPages() {
      const s = page.getState();
      const file = await receiptFile(s);
      // With photos added it is the newer of the two.
      const text = await file?.blob.text();
      const read = parseReceipt(text ?? (s.reopened ? receiptText(s.reopened.receipt) : ''));
      if (read.kind === 'refused') return;
      open({
        name: file?.name ?? s.reopened?.name ?? '',
        receipt: read.value,
        published: null,
        openKey: null,
      });
    },
    close() {
      set({ opened: null, trouble: null });
      check(null, 0);
    },
  };
}

async function standingOf(
  receipt: Receipt,
  passphrase: string,
  services: Pick<TraceServices, 'openKey'>,
): Promise<ClaimStanding> {
  const key = services.openKey();
  try {
    const derived = await key.derive(passphrase, receipt.dataset);
    if (derived.kind === 'failed') return derived;
    // One key derives once, so nothing comes after it.
    if (derived.kind === 'superseded') return { kind: 'checking' };
    const made = await key.imprints(receipt.labels, receipt.settings);
    if (made.kind === 'no-key') return { kind: 'no-key' };
    if (made.kind !== 'made') return { kind: 'failed', broken: made };
    return await claimOf(receipt, { keyCheck: derived.keyCheck, imprints: async () => made.imprints });
  } finally {
    key.dispose();
  }
}

/** How the receipt stands to what was published of it. */
export function publishedCheck(opened: OpenReceipt | null, text: string): PublishedCheck {
  if (!opened) return 'none';
  // Without its file nobody knows the digest, and no text holds an empty one.
  const sha256 = opened.published?.sha256 ?? '';
  return checkPublished({ commitment: opened.receipt.commitment, sha256 }, text);
}
