/** Texts of one area; see ../en.ts. */
export const labels = {
} as const;
