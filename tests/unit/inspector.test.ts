import { describe, expect, it } from 'vitest';
import { veilPresets } from '../../src/core/settings.ts';
import {
  clampCentre,
  middle,
  movedCentre,
  placeInView,
  seenPart,
} from '../../src/features/inspector/geometry.ts';
import { type Preview, PreviewFeed, type Wanted } from '../../src/features/inspector/previewFeed.ts';
import { tapDistance, tapVerdict } from '../../src/features/inspector/tapDistance.ts';
import type { Actions } from '../../src/state/actions.ts';

const photo = { width: 1000, height: 500 };
const view = { width: 200, height: 100 };

describe('where the inspector looks', () => {
  it('never shows anything beyond the photo', () => {
    expect(clampCentre({ x: 0, y: 2 }, photo, view)).toEqual({ x: 0.1, y: 0.9 });
    expect(clampCentre({ x: 0.3, y: 0.4 }, photo, view)).toEqual({ x: 0.3, y: 0.4 });
  });

  it('centres a photo that is smaller than the view', () => {
    expect(clampCentre({ x: 0, y: 0 }, { width: 50, height: 500 }, view)).toEqual({ x: 0.5, y: 0.1 });
    expect(placeInView(0, 0, middle, { width: 50, height: 40 }, view)).toEqual({ x: 75, y: 30 });
  });

  it('moves by photo pixels', () => {
    expect(movedCentre(middle, 100, -50, photo, view)).toEqual({ x: 0.6, y: 0.4 });
    expect(movedCentre(middle, 10_000, 0, photo, view).x).toBe(0.9);
  });

  it('draws on whole pixels', () => {
    expect(placeInView(400, 200, middle, photo, view)).toEqual({ x: 0, y: 0 });
    const place = placeInView(0, 0, { x: 0.5003, y: 0.5 }, { width: 999, height: 333 }, view);
    expect(Number.isInteger(place.x) && Number.isInteger(place.y)).toBe(true);
  });

  it('frames what is seen', () => {
    expect(seenPart(middle, photo, view)).toEqual({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
    expect(seenPart(middle, { width: 10, height: 10 }, view)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});

describe('distance of the taps', () => {
  it('is two pixels of the small copy', () => {
    expect(tapDistance(veilPresets.standard, 1200)).toEqual({ photo: 15, trainer: 2.8 });
    // A photo smaller than the veil is its own small copy.
    expect(tapDistance(veilPresets.standard, 100)).toEqual({ photo: 2, trainer: 4.48 });
  });

  it('is one pixel for cuda', () => {
    const { photo: onPhoto, trainer } = tapDistance({ method: 'cuda', kernelSize: 3, strength: 0.3 }, 448);
    expect([onPhoto, trainer]).toEqual([1, 0.5]);
  });

  it('calls all presets enough at 224 px and a veil of 1024 too little', () => {
    for (const preset of Object.values(veilPresets))
      expect(tapVerdict(tapDistance(preset, 3000))).toBe('enough');
    expect(tapVerdict(tapDistance({ ...veilPresets.standard, veilSize: 300 }, 3000))).toBe('part');
    expect(tapVerdict(tapDistance({ ...veilPresets.standard, veilSize: 1024 }, 3000))).toBe('little');
  });
});

type Answer = Awaited<ReturnType<Actions['preview']>>;

/** A bitmap that only knows whether it was closed. */
class FakeBitmap implements ImageBitmap {
  readonly width = 1;
  readonly height = 1;
  closed = false;
  close(): void {
    this.closed = true;
  }
}

function previewOf(id: string): { readonly answer: Preview; readonly bitmap: FakeBitmap } {
  const bitmap = new FakeBitmap();
  const part = { x: 0, y: 0, width: 1, height: 1 };
  return {
    bitmap,
    answer: { kind: 'preview', id, width: 1, height: 1, part, before: bitmap, after: null, difference: null },
  };
}

function wanted(id: string, x = 0.5): Wanted {
  const look = { kind: 'part' as const, centre: { x, y: 0.5 }, width: 10, height: 10, scale: 1 };
  return { id, treatment: null, look, difference: false };
}

const across = (wish: Wanted | undefined) => (wish?.look.kind === 'part' ? wish.look.centre.x : null);

/** Answers when told to, in whatever order. */
function bench() {
  const asked: {
    readonly wanted: Wanted;
    readonly answer: (answer: Answer) => Promise<void>;
  }[] = [];
  const feed = new PreviewFeed(
    request =>
      new Promise(resolve => {
        asked.push({
          wanted: request,
          answer: async answer => {
            resolve(answer);
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
  );
  return { feed, asked };
}

describe('the feed of previews', () => {
  it('asks for one at a time, and next for the latest wish only', async () => {
    const { feed, asked } = bench();
    feed.want(wanted('a', 0.1));
    feed.want(wanted('a', 0.2));
    feed.want(wanted('a', 0.3));
    expect(asked.map(each => across(each.wanted))).toEqual([0.1]);
    await asked[0]?.answer(previewOf('a').answer);
    expect(across(feed.state().shown?.wanted)).toBe(0.1);
    expect(asked.map(each => across(each.wanted))).toEqual([0.1, 0.3]);
    await asked[1]?.answer(previewOf('a').answer);
    expect(across(feed.state().shown?.wanted)).toBe(0.3);
    expect(asked).toHaveLength(2);
  });

  it('asks for another photo at once, and drops what comes late', async () => {
    const { feed, asked } = bench();
    feed.want(wanted('a'));
    feed.want(wanted('b'));
    expect(asked.map(each => each.wanted.id)).toEqual(['a', 'b']);
    const late = previewOf('a');
    await asked[0]?.answer(late.answer);
    expect(feed.state().shown).toBeNull();
    expect(late.bitmap.closed).toBe(true);
    await asked[1]?.answer(previewOf('b').answer);
    expect(feed.state().shown?.wanted.id).toBe('b');
  });

  it('never shows one photo as another', async () => {
    const { feed, asked } = bench();
    const first = previewOf('a');
    feed.want(wanted('a'));
    await asked[0]?.answer(first.answer);
    feed.want(wanted('b'));
    expect(feed.state().shown).toBeNull();
    expect(first.bitmap.closed).toBe(true);
  });

  it('closes what it replaces and what it holds at the end', async () => {
    const { feed, asked } = bench();
    const [first, second] = [previewOf('a'), previewOf('a')];
    feed.want(wanted('a', 0.1));
    await asked[0]?.answer(first.answer);
    expect(first.bitmap.closed).toBe(false);
    feed.want(wanted('a', 0.2));
    await asked[1]?.answer(second.answer);
    expect(first.bitmap.closed).toBe(true);
    feed.clear();
    expect(second.bitmap.closed).toBe(true);
  });

  it('keeps the picture when it was overtaken, and says why there is none', async () => {
    const { feed, asked } = bench();
    feed.want(wanted('a', 0.1));
    await asked[0]?.answer(previewOf('a').answer);
    feed.want(wanted('a', 0.2));
    await asked[1]?.answer({ kind: 'superseded' });
    expect(across(feed.state().shown?.wanted)).toBe(0.1);
    feed.want(wanted('a', 0.3));
    await asked[2]?.answer({ kind: 'failed', reason: { kind: 'vanished' } });
    expect(feed.state()).toEqual({ shown: null, failure: { kind: 'vanished' } });
  });
});
