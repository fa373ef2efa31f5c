import type { MethodSettings } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import { holdsAt, holdsFrom, type SeenSize } from './look.ts';

/** What protection comes to at a size, in a sentence or two. `shortSide` of the photo in pixels. */
export function sizeWords(size: SeenSize, settings: MethodSettings, shortSide: number): string {
  const from = number(holdsFrom(settings, shortSide));
  if (size === 'full') {
    return text(
      settings.method === 'veil' ? 'inspector.sizes.about.full' : 'inspector.sizes.about.fullCuda',
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
