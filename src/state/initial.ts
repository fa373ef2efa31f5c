import { createStore, type StoreApi } from 'zustand/vanilla';
import { proposeDatasetName } from '../core/dataset.ts';
import { castPresets, defaultOutput } from '../core/settings.ts';
import { emptyArrangement } from './labels/arrangement.ts';
import { emptyHistory } from './labels/history.ts';
import { noSelection } from './labels/selection.ts';
import type { Preferences } from './model/preferences.ts';
import type { KeyveilState } from './model.ts';

/** An empty page. */
export function initialState(dataset: string, preferences: Preferences): KeyveilState {
  return {
    photos: new Map(),
    arrangement: emptyArrangement,
    history: emptyHistory,
    frozenLabels: null,
    reopened: null,
    receiptTrouble: null,
    selection: noSelection,
    filtered: { kind: 'all' },
    intake: { kind: 'none' },
    nameQuestion: null,
    labelQuestions: [],
    passphrase: '',
    dataset,
    proposedDataset: dataset,
    key: { kind: 'none' },
    keyForgotten: null,
    keyKept: 'typed',
    keyWeak: false,
    weakKeyWanted: false,
    settings: castPresets.standard,
    settingsBy: { kind: 'default' },
    changedMost: [],
    output: defaultOutput,
    filters: null,
    lastKeyCheck: null,
    made: null,
    results: new Map(),
    working: new Set(),
    run: { kind: 'idle' },
    shortage: null,
    engine: null,
    engineBroken: null,
    saving: { kind: 'none' },
    savedVolumes: new Set(),
    receiptSaved: false,
    archiveSaved: false,
    preferences,
    recentSets: [],
    earlier: null,
    otherTab: false,
  };
}

/** What an empty page knows, with a dataset name of its own. */
export function emptyStore(preferences: Preferences): StoreApi<KeyveilState> {
  return createStore<KeyveilState>(() => initialState(proposeDatasetName(), preferences));
}
