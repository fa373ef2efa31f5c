import * as v from 'valibot';

/** The list of what others wrote and the built app holds; the build makes it from what really went in. */

/** The name of the file, beside index.html. */
export const licenceListFile = 'licences.json';

const piece = {
  name: v.string(),
  /** In the words of SPDX, such as `MIT`. */
  licence: v.string(),
  /** Where its source is; empty when it does not say. */
  source: v.string(),
  /** Copyright lines and the licence in full, as indices into the list's `texts`, to be read one after another. */
  text: v.array(v.number()),
};

const schema = v.object({
  packages: v.array(
    v.object({
      ...piece,
      version: v.string(),
      /** What was compiled or copied into it. */
      parts: v.array(v.object(piece)),
    }),
  ),
  texts: v.array(v.string()),
  /** The licence of Keyveil itself. */
  own: v.string(),
});

export type LicenceList = v.InferOutput<typeof schema>;
export type LicencePackage = LicenceList['packages'][number];
export type LicencePiece = LicencePackage['parts'][number];

/** Reads the file; null when it holds something else, such as the page that some hosts send for what is missing. */
export function readLicenceList(text: string): LicenceList | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** The licence of a package or part in full, with its copyright lines. */
export function licenceText({ texts }: LicenceList, { text }: LicencePiece): string {
  return text.map(at => texts[at] ?? '').join('\n\n');
}
