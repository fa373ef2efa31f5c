import type { Broken } from '../../core/faults/failure.ts';
import type { Imprint } from '../../core/imprint.ts';
import type { MethodSettings } from '../../core/settings.ts';

export type KeyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'deriving' }
  | { readonly kind: 'ready'; readonly keyCheck: string }
  | { readonly kind: 'failed'; readonly broken: Broken };

/**
 * Where the key is beside this page. `typed`: the person typed it, and so has it. `loaded`: from its file. `saved` and
 * `noted`: saved as a file, or on paper by their own word. `manager`: offered to the browser's password manager. `passkey`: locked on
 * this device. `unsaved`: made here, and perhaps nobody could type it again.
 */
export type KeyKept = 'typed' | 'loaded' | 'saved' | 'noted' | 'manager' | 'passkey' | 'unsaved';

/** Filters of all labels and, with the method `cast`, their casts, made together. They trail a change of settings by some milliseconds. */
export interface LabelImprints {
  readonly settings: MethodSettings;
  readonly keyCheck: string;
  /** Label names in order, tombstones included. */
  readonly names: readonly string[];
  readonly byName: ReadonlyMap<string, Imprint>;
}
