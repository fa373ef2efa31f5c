import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from './actions.ts';
import { createContext } from './createContext.ts';
import { emptyStore } from './initial.ts';
import { createInTurn } from './inTurn.ts';
import { intakeActions } from './intake/intakeActions.ts';
import { keepFilters, keyActions } from './key/keyActions.ts';
import { arrivalActions } from './labels/arrivalActions.ts';
import { labelActions, selectionActions } from './labels/labelActions.ts';
import { questionActions } from './labels/questionActions.ts';
import { growthActions } from './look/growthActions.ts';
import { pictureActions } from './look/pictureActions.ts';
import type { KeyveilState } from './model.ts';
import { type PhotoSetServices, photoSetServices } from './photoSetServices.ts';
import { settingsActions } from './preferences/settingsActions.ts';
import { keepReceiptChecked } from './receipt/keepReceiptChecked.ts';
import { receiptActions } from './receipt/receiptActions.ts';
import { keepRemembered, lookForSets, recentActions } from './recent/recentActions.ts';
import { createKeeper } from './resume/keeper.ts';
import { keepWork, resumeActions } from './resume/resumeActions.ts';
import { createPoolHolder } from './run/poolHolder.ts';
import { runActions } from './run/runActions.ts';
import { keptActions } from './save/keptActions.ts';
import { saveActions } from './save/saveActions.ts';
import { savingSignal } from './save/savingSignal.ts';
import { shareActions } from './save/shareActions.ts';
import type { Services } from './services.ts';

/** The app without its page: what it knows, and what can be done. */
export interface Keyveil {
  readonly store: StoreApi<KeyveilState>;
  readonly actions: Actions;
  readonly photoSetServices: PhotoSetServices;
  /** Starts the workers ahead of time, so that the first run does not wait for them and the page can name the engine. */
  warmUp(): Promise<void>;
  /** Looks for earlier work, once, and keeps this visit's from then on. */
  lookBack(): Promise<void>;
}

/** @param store of an empty page, where one is there already */
export function createKeyveil(
  services: Services,
  store: StoreApi<KeyveilState> = emptyStore(services.preferences.load()),
): Keyveil {
  const context = createContext(store, services);
  const poolHolder = createPoolHolder(context);
  const pictures = pictureActions(context);
  const keeper = createKeeper(context);
  const run = runActions(context, poolHolder, keeper.now);
  const signal = savingSignal();
  const keys = keyActions(context);
  const additions = createInTurn();
  const intake = intakeActions(context, additions, store.subscribe, keys);
  keepFilters(context, store.subscribe);
  keepReceiptChecked(context, store.subscribe);
  keepRemembered(context, store.subscribe);
  // Fetched with the first photos; without it nothing is proposed, and that is all.
  const stop = store.subscribe(s => {
    if (s.photos.size === 0) return;
    stop();
    void import('./look/survey.ts')
      .then(({ keepSurveyed }) => keepSurveyed(context, store.subscribe, pictures.sketch))
      .catch(() => undefined);
  });
  return {
    store,
    photoSetServices: photoSetServices(context),
    warmUp: poolHolder.warmUp,
    lookBack: async () => {
      await Promise.all([keepWork(context, keeper, store.subscribe), lookForSets(context)]);
    },
    actions: {
      ...intake,
      ...resumeActions(context, poolHolder, keeper, { inTurn: additions, give: intake.addFiles }),
      ...receiptActions(context),
      ...recentActions(context, intake.openReceipt),
      ...labelActions(context),
      ...questionActions(context),
      ...arrivalActions(context),
      ...selectionActions(context),
      ...keys,
      ...settingsActions(context, poolHolder),
      ...run,
      ...saveActions(context, pictures, keeper, run.cancel, signal),
      ...keptActions(context, keys.keyFile),
      ...shareActions(context, signal),
      ...pictures.actions,
      ...growthActions(context),
    },
  };
}
