/** Texts of one area; see ../en.ts. */
export const inspector = {
} as const;
