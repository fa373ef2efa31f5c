/** Names of which nothing can be seen, or not all. */

/** Characters that show nothing: format characters, fillers, blanks that are no spaces. */
export const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/gu;
export const blank = /[\p{Z}\s]+/gu;

/** Whether there is nothing to see of a name that is not empty. */
export function isUnseen(name: string): boolean {
  return name !== '' && name.replace(unseen, '').replace(blank, '') === '';
}

/** The name with what cannot be seen written out: `Mia‹U+200B›`. */
export function withUnseenShown(name: string): string {
  return name.replace(unseen, character => `‹${codePoint(character)}›`);
}

/** A character by its number: `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
