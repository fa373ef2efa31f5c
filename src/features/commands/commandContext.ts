import type { Actions } from '../../state/actions.ts';
import type { KeyveilState } from '../../state/model.ts';
import type { Say } from '../../ui/announce.tsx';
import type { DialogName } from './dialogs.ts';

/** What commands work with. */
export interface CommandContext {
  readonly state: () => KeyveilState;
  readonly actions: Actions;
  readonly say: Say;
  readonly openDialog: (name: DialogName) => void;
  readonly addPhotos: () => void;
  readonly addFolder: () => void;
  readonly openReceipt: () => void;
  /** Asks for a label for the selected photos; `typed` is what has been typed already. */
  readonly labelAs: (typed: string) => void;
  readonly lookCloser: () => void;
}
