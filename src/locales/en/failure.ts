/** Texts of one area; see ../en.ts. */
export const failure = {
} as const;
