import '../../../../src/locales/workspace.ts';
import { describe, expect, it } from 'vitest';
import { veilPresets } from '../../../../src/core/settings.ts';
import { brightnessWords, psnrWords, ssimWords } from '../../../../src/features/inspector/figureWords.ts';
import { tapDistance, tapVerdict } from '../../../../src/features/inspector/filters/tapDistance.ts';
import {
  clampCentre,
  fitScale,
  middle,
  movedCentre,
  placeInView,
  scaleOf,
  seenPart,
  shownArea,
  turnedLike,
  zoomedCentre,
  zoomStop,
  zoomTo,
} from '../../../../src/features/inspector/geometry.ts';
import { firstLook, holdsAt, withSize } from '../../../../src/features/inspector/look.ts';
import { covers, isSharp, pictureOf } from '../../../../src/features/inspector/picture.ts';
import { type Preview, PreviewFeed, type Wanted } from '../../../../src/features/inspector/previewFeed.ts';
import { sizeWords } from '../../../../src/features/inspector/sizeWords.ts';
import type { Actions } from '../../../../src/state/actions.ts';

const photo = { width: 1000, height: 500 };
const view = { width: 200, height: 100 };

describe('where the inspector looks', () => {
  it('never shows anything beyond the photo', () => {
    expect(clampCentre({ x: 0, y: 2 }, photo, view)).toEqual({ x: 0.1, y: 0.9 });
    expect(clampCentre({ x: 0.3, y: 0.4 }, photo, view)).toEqual({ x: 0.3, y: 0.4 });
  });

  it('centres a photo that is smaller than the view', () => {
    expect(clampCentre({ x: 0, y: 0 }, { width: 50, height: 500 }, view)).toEqual({ x: 0.5, y: 0.1 });
    const whole = { x: 0, y: 0, width: 50, height: 40 };
    expect(placeInView(whole, middle, whole, view, 1)).toEqual({ x: 75, y: 30, width: 50, height: 40 });
  });

  it('moves by photo pixels', () => {
    expect(movedCentre(middle, 100, -50, photo, view)).toEqual({ x: 0.6, y: 0.4 });
    expect(movedCentre(middle, 10_000, 0, photo, view).x).toBe(0.9);
  });

  it('draws on whole pixels', () => {
    const part = { x: 400, y: 200, width: 200, height: 100 };
    expect(placeInView(part, middle, photo, view, 1)).toEqual({ x: 0, y: 0, width: 200, height: 100 });
    expect(placeInView(part, middle, photo, view, 0.5)).toEqual({ x: 50, y: 25, width: 100, height: 50 });
    const place = placeInView(part, { x: 0.5003, y: 0.5 }, { width: 999, height: 333 }, view, 0.37);
    expect(Object.values(place).every(Number.isInteger)).toBe(true);
  });

  it('frames what is seen', () => {
    expect(seenPart(middle, photo, view)).toEqual({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
    expect(seenPart(middle, { width: 10, height: 10 }, view)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('turns a size the way its picture lies', () => {
    expect(turnedLike(photo, { width: 3, height: 9 })).toEqual({ width: 500, height: 1000 });
    expect(turnedLike(photo, { width: 9, height: 3 })).toBe(photo);
    expect(turnedLike(photo, null)).toBe(photo);
  });
});

describe('zoom', () => {
  it('fits all of a photo, and enlarges a small one by whole numbers', () => {
    expect(fitScale(photo, view)).toBe(0.2);
    expect(fitScale({ width: 32, height: 32 }, { width: 360, height: 240 })).toBe(7);
    expect(scaleOf('fit', photo, view)).toBe(0.2);
  });

  it('goes from the whole photo to eight, and no further', () => {
    expect(scaleOf(0.01, photo, view)).toBe(0.2);
    expect(scaleOf(100, photo, view)).toBe(8);
    expect(zoomTo(0.1, 0.3, 0.2)).toBe('fit');
    expect(zoomTo(20, 6, 0.2)).toBe(8);
  });

  it('never steps over true pixels', () => {
    expect(zoomTo(1.4, 0.8, 0.2)).toBe(1);
    expect(zoomTo(0.7, 1.3, 0.2)).toBe(1);
    expect(zoomTo(1.4, 1, 0.2)).toBe(1.4);
  });

  it('stops at powers of two', () => {
    const stops = [];
    let scale = 0.2;
    for (let i = 0; i < 7; i++) {
      const next = zoomStop(scale, 1, 0.2);
      stops.push(next);
      if (typeof next === 'number') scale = next;
    }
    expect(stops).toEqual([0.25, 0.5, 1, 2, 4, 8, 8]);
    expect(zoomStop(0.25, -1, 0.2)).toBe('fit');
    expect(zoomStop(2, -1, 0.2)).toBe(1);
  });

  it('leaves what lies under the pointer where it is', () => {
    const at = { x: 40, y: -20 };
    const before = { x: 0.4, y: 0.6 };
    const after = zoomedCentre(before, at, 1, 4, photo, view);
    const under = (centre: { x: number; y: number }, scale: number) => [
      centre.x * photo.width + at.x / scale,
      centre.y * photo.height + at.y / scale,
    ];
    expect(under(after, 4)[0]).toBeCloseTo(under(before, 1)[0] ?? 0, 9);
    expect(under(after, 4)[1]).toBeCloseTo(under(before, 1)[1] ?? 0, 9);
    expect(shownArea(view, 4)).toEqual({ width: 50, height: 25 });
  });
});

describe('as a trainer sees it', () => {
  it('has the size that the trainer brings it to', () => {
    expect(pictureOf({ width: 4000, height: 3000 }, 'full')).toEqual({ width: 4000, height: 3000 });
    expect(pictureOf({ width: 4000, height: 3000 }, 224)).toEqual({ width: 299, height: 224 });
    // Of a panorama only the middle.
    expect(pictureOf({ width: 20_000, height: 100 }, 64)).toEqual({ width: 256, height: 64 });
  });

  it('is protected from the veil size upward, and in part from half of it', () => {
    const at = (size: Parameters<typeof holdsAt>[0], short = 3000) =>
      holdsAt(size, veilPresets.standard, short);
    expect([512, 224, 128, 64, 32].map(size => at(size as 32))).toEqual(['yes', 'yes', 'part', 'no', 'no']);
    expect(at('full')).toBe('yes');
    // A veil is no larger than its photo.
    expect(at(128, 100)).toBe('yes');
    expect(holdsAt(128, { method: 'cuda', kernelSize: 9, strength: 0.06 }, 500)).toBe('no');
    expect(holdsAt(512, { method: 'cuda', kernelSize: 9, strength: 0.06 }, 500)).toBe('yes');
  });

  it('says so in words, with both sizes', () => {
    const words = (size: Parameters<typeof holdsAt>[0]) => sizeWords(size, veilPresets.standard, 3000);
    expect(words(224)).toMatch(/224.*meant to hold.*160/);
    expect(words(128)).toMatch(/128.*not meant to hold.*160/);
    expect(words(32)).toMatch(/32.*does not hold.*160/);
    expect(words('full')).toMatch(/160/);
  });

  it('shows all of it when another size is chosen', () => {
    const look = { ...firstLook, zoom: 8, split: 0.2 };
    expect(withSize(look, 64)).toEqual({ ...look, size: 64, zoom: 'fit' });
    expect(withSize(look, 'full')).toBe(look);
  });
});

describe('whether a picture is what is looked at', () => {
  const of = (look: Wanted['look'], part = { x: 400, y: 200, width: 200, height: 100 }) => ({
    wanted: { id: 'a', treatment: null, difference: false, look },
    preview: { ...previewOf('a').answer, ...photo, part },
  });
  const partAt = (scale: number) => of({ kind: 'part', centre: middle, width: 200, height: 100, scale });

  it('is of the size and as fine', () => {
    expect(isSharp(partAt(0.25), 'full', 0.25)).toBe(true);
    expect(isSharp(partAt(0.25), 'full', 1)).toBe(false);
    // True pixels serve every magnification.
    expect(isSharp(partAt(1), 'full', 8)).toBe(true);
    expect(isSharp(partAt(1), 64, 1)).toBe(false);
    expect(isSharp(of({ kind: 'trainer', shortSide: 64 }), 64, 3)).toBe(true);
    expect(isSharp(of({ kind: 'trainer', shortSide: 64 }), 'full', 1)).toBe(false);
  });

  it('reaches over all that is seen', () => {
    expect(covers(partAt(1), photo, middle, view)).toBe(true);
    expect(covers(partAt(1), photo, { x: 0.55, y: 0.5 }, view)).toBe(false);
    expect(covers(partAt(1), photo, { x: 0.55, y: 0.5 }, { width: 100, height: 50 })).toBe(true);
    expect(covers(partAt(1), photo, middle, { width: 400, height: 100 })).toBe(false);
    expect(covers(of({ kind: 'trainer', shortSide: 64 }), photo, middle, view)).toBe(true);
  });
});

describe('figures in words', () => {
  it('are short', () => {
    expect(psnrWords(24.34)).toBe('24.3 dB');
    expect(psnrWords(Infinity)).toBe('no difference');
    expect(ssimWords(0.99748)).toBe('0.997');
    expect(ssimWords(null)).toBe('–');
    expect([1.002, 1.034, 0.9].map(brightnessWords)).toEqual(['unchanged', '3 % brighter', '10 % darker']);
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
