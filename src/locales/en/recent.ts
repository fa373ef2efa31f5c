/** Texts of sets that this device remembers; see ../en.ts. */
export const recent = {
  'recent.title': 'Recent sets',
  'recent.what': 'Remembered on this device with their receipts, never a key. Press one to add photos to it.',
  'recent.holds': '{{photos}}, {{labels}}, {{when}}',
  'recent.remove': 'Forget “{{dataset}}”',
  'recent.removed': '“{{dataset}}” is forgotten here.',
  'recent.remember': 'Remember this set on this device',
  'recent.remember.what': 'Its name and receipt, never the key; the first screen can forget it.',
  'recent.refused': 'This browser keeps nothing for this page. Save the receipt as a file.',
} as const;
