import type { LanguageChoice } from '../../locales/language.ts';
import type { EngineChoice } from '../../workers/protocol.ts';

/**
 * Who chose the protection. `flat`: the page proposed Light, because that many of the photos that it sketched are flat or
 * line art.
 */
export type SettingsBy =
  | { readonly kind: 'default' }
  | { readonly kind: 'flat'; readonly flat: number; readonly of: number }
  | { readonly kind: 'person' };

/** What a person prefers on this device, whatever the photos. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: LanguageChoice;
  readonly engine: EngineChoice;
  /** Remove finished photos from the browser once the archive is saved. */
  readonly wipeAfterSaving: boolean;
  /** The note about clean copies online was dismissed. */
  readonly cleanCopiesRead: boolean;
  /** A notification at the end of a run, when the page is not in sight. */
  readonly notifyWhenDone: boolean;
  /** Whether single keys (digits, `?`) work wherever the focus is. On the photos themselves they always do (WCAG 2.1.4). */
  readonly oneKeyShortcuts: boolean;
  /** Minutes without a key press or touch after which the private key is forgotten; 0: never. */
  readonly forgetKeyAfter: 0 | 5 | 15 | 60;
}
