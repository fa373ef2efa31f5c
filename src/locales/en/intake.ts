/** Texts of one area; see ../en.ts. */
export const intake = {
} as const;
