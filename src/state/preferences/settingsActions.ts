import {
  castPresets,
  cudaPresets,
  type Method,
  type MethodSettings,
  type Preset,
  veilPresets,
} from '../../core/settings.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { PoolHolder } from '../run/poolHolder.ts';

type SettingsActions = Pick<
  Actions,
  'setMethod' | 'setPreset' | 'setSettings' | 'setOutput' | 'setPreferences'
>;

const usual: Readonly<Record<Method, MethodSettings>> = {
  cast: castPresets.standard,
  veil: veilPresets.standard,
  cuda: cudaPresets.imagenet,
};

/** A preset of the paper, or one for photos: of the veil of 2026 where that is the method. */
function settingsOf(preset: Preset, method: Method): MethodSettings {
  if (preset === 'cifar' || preset === 'imagenet') return cudaPresets[preset];
  return (method === 'veil' ? veilPresets : castPresets)[preset];
}

export function settingsActions({ get, set, services }: Context, poolHolder: PoolHolder): SettingsActions {
  const change = (settings: MethodSettings) => {
    // Photos that are added to a receipt must carry its filters; to choose others, close it first.
    if (get().reopened === null) set({ settings, settingsBy: { kind: 'person' } });
  };
  return {
    setMethod: method => {
      if (get().settings.method === method) return;
      change(usual[method]);
    },
    setPreset: preset => change(settingsOf(preset, get().settings.method)),
    setSettings: change,
    setOutput: changes => {
      const before = get().output;
      const output = { ...before, ...changes };
      // Other names make another archive of the same photos.
      const renamed = output.plainNames !== before.plainNames;
      const unsaved = { archiveSaved: false, receiptSaved: false, savedVolumes: new Set<string>() };
      set({ output, ...(renamed ? unsaved : {}) });
    },
    setPreferences: changes => {
      const preferences = { ...get().preferences, ...changes };
      const otherEngine = preferences.engine !== get().preferences.engine;
      services.preferences.save(preferences);
      set({ preferences });
      // A run in progress keeps its workers; the page offers the choice only between runs.
      if (otherEngine) {
        poolHolder.close();
        void poolHolder.warmUp();
      }
    },
  };
}
