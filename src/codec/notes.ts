/** Something that happened to the photo which its owner should know, though it came out right. */
export type PhotoNote = { readonly kind: 'first-frame' } | { readonly kind: 'alpha-on-white' };
