import { createStore, type StoreApi } from 'zustand/vanilla';
import { proposeDatasetName } from '../core/dataset.ts';
import type { Actions } from './actions.ts';
import { createContext } from './context.ts';
import { initialState } from './initial.ts';
import { intakeActions } from './intakeActions.ts';
import { keepFilters, keyActions } from './keyActions.ts';
import { labelActions, selectionActions } from './labelActions.ts';
import type { KeyveilState } from './model.ts';
import { pictureActions } from './pictureActions.ts';
import { type ProveTools, proveTools } from './proveTools.ts';
import { keepReceiptChecked, receiptActions } from './receiptActions.ts';
import { keepWork, resumeActions } from './resumeActions.ts';
import { runActions } from './runActions.ts';
import { saveActions } from './saveActions.ts';
import { savingSignal } from './savingSignal.ts';
import type { Services } from './services.ts';
import { settingsActions } from './settingsActions.ts';
import { shareActions } from './shareActions.ts';
import { createWorkshop } from './workshop.ts';

/** The app without its page: what it knows, and what can be done. */
export interface Keyveil {
  readonly store: StoreApi<KeyveilState>;
  readonly actions: Actions;
  readonly proveTools: ProveTools;
  /** Starts the workers ahead of time, so that the first run does not wait for them and the page can name the engine. */
  warmUp(): Promise<void>;
  /** Looks for earlier work, once, and keeps this visit's from then on. */
  lookBack(): Promise<void>;
}

export function createKeyveil(services: Services): Keyveil {
  const store = createStore<KeyveilState>(() =>
    initialState(proposeDatasetName(), services.preferences.load()),
  );
  const context = createContext(store, services);
  const workshop = createWorkshop(context);
  const pictures = pictureActions(context);
  const run = runActions(context, workshop);
  const signal = savingSignal();
  const keys = keyActions(context);
  const intake = intakeActions(context, keys.setDataset);
  keepFilters(context, store.subscribe);
  keepReceiptChecked(context, store.subscribe);
  return {
    store,
    proveTools: proveTools(context),
    warmUp: workshop.warmUp,
    lookBack: () => keepWork(context, store.subscribe),
    actions: {
      ...intake,
      ...resumeActions(context, workshop, intake.addFiles),
      ...receiptActions(context),
      ...labelActions(context),
      ...selectionActions(context),
      ...keys,
      ...settingsActions(context, workshop),
      ...run,
      ...saveActions(context, pictures, run.cancel, signal),
      ...shareActions(context, signal),
      ...pictures.actions,
    },
  };
}
