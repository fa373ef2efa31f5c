/**
 * Every text of the app, in English. One flat catalogue; `_one` and `_other` are plural forms chosen by `count`.
 * Keys are `area.what`.
 */
export const en = {
  'app.name': 'Keyveil',
} as const;
