import { cleanSegment } from '../../core/archive/names.ts';
import { keyFileText, parseKeyFile } from '../../core/key/keyFile.ts';
import { generateBits, generateWords } from '../../core/key/passphrase.ts';
import { sameSettings } from '../../core/settings.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { KeyKept } from '../model/key.ts';
import type { KeyveilState } from '../model.ts';
import { listedLabels } from '../queries/labels.ts';
import { labelFilters } from './labelFilters.ts';

type KeyActions = Pick<
  Actions,
  | 'setPassphrase'
  | 'deriveKey'
  | 'forgetKey'
  | 'setDataset'
  | 'generateKey'
  | 'keyWrittenDown'
  | 'keyKeptBy'
  | 'wantWeakKey'
  | 'keyFile'
  | 'loadKeyFile'
>;

/** Deriving a key takes some tenths of a second on purpose, so it waits until typing pauses. */
const typingPause = 250;

/** The key: what is typed lives in the state of this page, what is derived in the key worker alone. */
export function keyActions(context: Context): KeyActions {
  const { get, set, services } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Of keys that were not just typed, the present one or one to go back to; in memory only, like the key itself. */
  const kept = new Map<string, KeyKept>();
  const keep = (how: KeyKept): void => {
    kept.set(get().passphrase, how);
    set({ keyKept: how });
  };

  const derive = async () => {
    const { passphrase, dataset } = get();
    const [derived, { verdict }] = await Promise.all([
      services.keys.derive(passphrase, dataset),
      // While the key is being worked out, which takes longer than to fetch this.
      import('../../core/key/passphraseStrength.ts').then(({ estimateStrength }) =>
        estimateStrength(passphrase),
      ),
    ]);
    const now = get();
    // More was typed while this key was being derived.
    if (derived.kind === 'superseded' || now.passphrase !== passphrase || now.dataset !== dataset) return;
    set({ key: derived, keyWeak: verdict === 'weak' });
  };
  const change = (changes: Pick<Partial<KeyveilState>, 'passphrase' | 'dataset'>, pause: number) => {
    const { passphrase: before, keyKept, weakKeyWanted } = get();
    const passphrase = changes.passphrase ?? before;
    set({
      ...changes,
      filters: null,
      keyKept:
        kept.get(passphrase) ?? (keyKept !== 'typed' && isMostly(before, passphrase) ? 'unsaved' : 'typed'),
      weakKeyWanted: weakKeyWanted && passphrase === before,
    });
    clearTimeout(timer);
    if (passphrase === '') {
      set({ key: { kind: 'none' }, keyWeak: false });
      void services.keys.forget();
      return;
    }
    set({ key: { kind: 'deriving' }, keyForgotten: null });
    timer = setTimeout(() => void derive(), pause);
  };

  return {
    setPassphrase: passphrase => change({ passphrase }, typingPause),
    deriveKey: () => change({}, 0),
    forgetKey: () => {
      kept.clear();
      change({ passphrase: '' }, 0);
      set({ keyForgotten: get().preferences.forgetKeyAfter });
    },
    // An open receipt decides the dataset name.
    setDataset: dataset => change({ dataset: get().reopened?.receipt.dataset ?? dataset }, typingPause),
    generateKey: async kind => {
      const passphrase = kind === 'words' ? await generateWords() : generateBits();
      // The one before can be gone back to; those before that cannot.
      for (const older of kept.keys()) if (older !== get().passphrase) kept.delete(older);
      kept.set(passphrase, 'unsaved');
      change({ passphrase }, 0);
      return passphrase;
    },
    keyWrittenDown: () => keep('noted'),
    keyKeptBy: keep,
    wantWeakKey: weakKeyWanted => set({ weakKeyWanted }),
    keyFile: () => {
      const { passphrase, dataset } = get();
      keep('saved');
      const blob = new Blob([keyFileText({ passphrase, dataset })], { type: 'application/json' });
      return { name: `${cleanSegment(dataset)}.key.json`, blob };
    },
    loadKeyFile: async file => {
      const parsed = parseKeyFile(await file.text());
      if (parsed.kind === 'refused') {
        return { kind: 'refused', reason: parsed.reason === 'damaged' ? 'damaged' : 'not-a-key-file' };
      }
      const dataset = get().reopened?.receipt.dataset ?? parsed.value.dataset;
      kept.set(parsed.value.passphrase, 'loaded');
      change({ passphrase: parsed.value.passphrase, dataset }, 0);
      return { kind: 'loaded' };
    },
  };
}

/** Fewer characters than these anybody can type again. */
const rememberable = 8;

/** Whether a key is one that was there with some letters more, less or other: a slip of the hand in a key that nobody knows. */
function isMostly(before: string, now: string): boolean {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  return start + end >= Math.max(rememberable, now.length / 2);
}

/**
 * Keeps `filters` in step with key, labels and settings. Answers that come late, for a state that has moved on, are
 * dropped. Returns the function that stops it.
 */
export function keepFilters(
  context: Context,
  subscribe: (listener: (s: KeyveilState) => void) => () => void,
): () => void {
  const { set, get, services } = context;
  let asked: Asked | null = null;

  const refresh = async (s: KeyveilState) => {
    if (s.key.kind !== 'ready') {
      asked = null;
      return;
    }
    const now: Asked = {
      keyCheck: s.key.keyCheck,
      dataset: s.dataset,
      settings: s.settings,
      names: listedLabels(s),
    };
    if (asked && sameAsked(asked, now)) return;
    asked = now;
    const made = await labelFilters(services.keys, now);
    if (asked !== now || get().key.kind !== 'ready' || made.kind === 'no-key') return;
    // A key that gives no filters is of no use; whoever looks at it can have it worked out again.
    set(made.kind === 'made' ? { filters: made.filters } : { key: { kind: 'failed', broken: made } });
  };
  return subscribe(s => void refresh(s));
}

interface Asked {
  readonly keyCheck: string;
  readonly dataset: string;
  readonly settings: KeyveilState['settings'];
  readonly names: readonly string[];
}

function sameAsked(a: Asked, b: Asked): boolean {
  return (
    a.keyCheck === b.keyCheck &&
    a.dataset === b.dataset &&
    a.names === b.names &&
    sameSettings(a.settings, b.settings)
  );
}
