/** What a finished file says about itself, beyond its picture. Everything else that the source said is gone. */
export interface Marks {
  /** Write the machine-readable wish that nobody trains on it (PLUS, IPTC Photo Metadata 2023.1). */
  readonly optOut: boolean;
  /** The owner's own words on rights; empty for none. */
  readonly rights: string;
  /** Taken over from the source on wish; null otherwise. */
  readonly credit: Credit | null;
}

/** Who took the photo, and when. Null where the source does not say. Never where. */
export interface Credit {
  /** As EXIF writes it, local time: `2024:05:31 18:04:59`. */
  readonly captured: string | null;
  /** Its distance from UTC: `+02:00`. */
  readonly offset: string | null;
  readonly author: string | null;
  readonly copyright: string | null;
}

/** Greatest length of a text in a file, in characters: a segment of a JPEG holds 65,533 bytes. */
export const longestMark = 1000;

/**
 * A text that may stand in XML and in EXIF: no control characters, no halves of characters, no white space at its
 * ends, and not longer than `longestMark`. Files of strangers and people's typing go through it alike.
 */
export function cleanText(text: string): string {
  const plain = text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ')
    .trim();
  return [...plain].slice(0, longestMark).join('').trim();
}

/** What stands as copyright: the owner's own words before those of the source. Empty for none. */
export function rightsOf({ rights, credit }: Marks): string {
  return cleanText(rights) || cleanText(credit?.copyright ?? '');
}
