import { castPresets, sameSettings } from '../../core/settings.ts';
import type { Sketch } from '../../workers/protocol.ts';
import type { Context } from '../context.ts';
import type { PhotoId } from '../model/photos.ts';
import type { SettingsBy } from '../model/preferences.ts';
import type { KeyveilState } from '../model.ts';

/** So many photos speak for all. */
const mostSketched = 24;

interface Sketched {
  readonly id: PhotoId;
  readonly sketch: Sketch;
}

/**
 * Looks at some of the photos whenever others come or go: which protection changes most, and whether most are flat or
 * line art, for which Light is proposed as long as nobody has chosen and nothing is protected.
 */
export function keepSurveyed(
  { get, set }: Context,
  subscribe: (listener: (s: KeyveilState) => void) => () => void,
  sketch: (id: PhotoId, signal: AbortSignal) => Promise<Sketch | null>,
): () => void {
  let surveyed: KeyveilState['photos'] | null = null;
  let abort = new AbortController();

  const survey = async (s: KeyveilState) => {
    if (s.photos === surveyed) return;
    surveyed = s.photos;
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const all: Sketched[] = [];
    for (const id of spreadOver(withFiles(s))) {
      const made = await sketch(id, signal);
      if (signal.aborted) return;
      if (made !== null) all.push({ id, sketch: made });
    }
    const changedMost = mostFirst(all);
    set({ changedMost, ...proposed(get(), all) });
  };
  void survey(get());
  return subscribe(s => void survey(s));
}

function withFiles({ arrangement, photos }: KeyveilState): readonly PhotoId[] {
  return arrangement.order.filter(id => (photos.get(id)?.file ?? null) !== null);
}

/** All of a few; of many, some from all over. */
function spreadOver(ids: readonly PhotoId[]): readonly PhotoId[] {
  if (ids.length <= mostSketched) return ids;
  return Array.from(
    { length: mostSketched },
    (_, i) => ids[Math.floor(((i + 0.5) * ids.length) / mostSketched)] as PhotoId,
  );
}

function mostFirst(all: readonly Sketched[]): readonly PhotoId[] {
  return [...all].sort((a, b) => a.sketch.likeness - b.sketch.likeness).map(({ id }) => id);
}

/**
 * Light where more than half are flat, Standard else: while the settings are the page's own. What a person chose, a
 * receipt brought or a photo was protected with stays.
 */
function proposed(s: KeyveilState, all: readonly Sketched[]): Partial<KeyveilState> {
  if (s.settingsBy.kind === 'person' || s.reopened !== null || s.frozenLabels !== null) return {};
  if (s.run.kind !== 'idle' || all.length === 0) return {};
  const flat = all.filter(one => one.sketch.fewColours).length;
  const most = flat * 2 > all.length;
  const settings = most ? castPresets.light : castPresets.standard;
  const settingsBy: SettingsBy = most ? { kind: 'flat', flat, of: all.length } : { kind: 'default' };
  return sameSettings(settings, s.settings) ? { settingsBy } : { settings, settingsBy };
}
