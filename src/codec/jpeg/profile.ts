import { joinedBytes } from '../../core/joinedBytes.ts';
import { contentOf, headSegments } from './segments.ts';

/** The ICC profile of a JPEG, which may go over several segments in their order; null where it has none. */
export function profileOfJpeg(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  for (const segment of headSegments(bytes)) {
    const part = contentOf(bytes, segment);
    if (part?.kind === 'icc') parts.push(part.content);
  }
  return parts.length === 0 ? null : joinedBytes(parts);
}
