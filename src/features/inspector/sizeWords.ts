import { carriesCast, type MethodSettings, veilSizeOf } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import { holdsAt, holdsFrom, type SeenSize } from './look.ts';

/** What protection comes to at a size, in a sentence or two. `shortSide` of the photo in pixels. */
export function sizeWords(size: SeenSize, settings: MethodSettings, shortSide: number): string {
  const from = number(holdsFrom(settings, shortSide));
  if (carriesCast(settings)) return castWords(size, from, veilSizeOf(settings) !== null);
  if (size === 'full') {
    return text(
      settings.method === 'cuda' ? 'inspector.sizes.about.fullCuda' : 'inspector.sizes.about.full',
      {
        from,
      },
    );
  }
  const holds = holdsAt(size, settings, shortSide);
  if (settings.method === 'cuda') {
    return text(holds === 'yes' ? 'inspector.sizes.about.cudaYes' : 'inspector.sizes.about.cudaNo', {
      size: number(size),
    });
  }
  return text(`inspector.sizes.about.${holds}`, { size: number(size), from });
}

/** A cast is as slow as the photo is large, so it is there at every size; `from`: where its veil begins to hold. */
function castWords(size: SeenSize, from: string, veil: boolean): string {
  if (size === 'full')
    return text(veil ? 'inspector.sizes.about.fullCastVeil' : 'inspector.sizes.about.fullCast', { from });
  const shown = { size: number(size), from };
  return text(veil ? 'inspector.sizes.about.castVeil' : 'inspector.sizes.about.cast', shown);
}
