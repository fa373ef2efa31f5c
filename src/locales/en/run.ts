/** Texts of one area; see ../en.ts. */
export const run = {
} as const;
