/** Texts of one area; see ../en.ts. */
export const key = {
} as const;
