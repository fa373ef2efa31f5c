/** Texts of the page around its parts; see ../en.ts. */
export const app = {
  'app.name': 'Keyveil',
  'app.close': 'Close',
} as const;
