import { extensionOf, typeByName } from '../../src/core/intake.ts';
import { otherByName } from '../../src/core/otherFiles.ts';
import type { SourceType } from '../../src/core/settings.ts';

/**
 * The kind of photo that a name promises; null where it is the name of something else. The app looks into each file; a whole
 * set is sorted by names alone. `.raw` is not taken for a camera's: in data sets it mostly is something else.
 */
export function photoByName(path: string): SourceType | null {
  const type = typeByName(path);
  if (type !== null || extensionOf(path) === 'raw') return type;
  switch (otherByName(path)) {
    case 'tiff':
      return 'image/tiff';
    case 'raw':
      return 'image/x-raw';
    default:
      return null;
  }
}
