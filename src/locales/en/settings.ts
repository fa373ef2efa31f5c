/** Texts of one area; see ../en.ts. */
export const settings = {
} as const;
