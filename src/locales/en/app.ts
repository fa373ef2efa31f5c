/** Texts of one area; see ../en.ts. */
export const app = {
  'app.name': 'Keyveil',
} as const;
