import { packSmall } from '../../archive/smallZip.ts';
import { cleanSegment } from '../../core/archive/names.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { type PrivateFile, receiptFile } from './privateFiles.ts';

/**
 * Saves key and receipt in one private file; see `openKept`.
 *
 * @param keyFile the key as a file; from then on it counts as saved
 */
export function keptActions(
  { get, set, services }: Context,
  keyFile: () => PrivateFile,
): Pick<Actions, 'saveKept'> {
  return {
    saveKept: async () => {
      const { results, arrangement, passphrase, dataset } = get();
      const receipt = await receiptFile(get());
      if (receipt === null) return;
      const files = passphrase === '' ? [receipt] : [receipt, keyFile()];
      const name = `${cleanSegment(dataset)}.keyveil`;
      services.save.file(name, await packSmall(files));
      const same = get().results === results && get().arrangement === arrangement;
      set({ saving: { kind: 'saved', what: name }, ...(same ? { receiptSaved: true } : {}) });
    },
  };
}
