/** The report on found photos; see ../en.ts. */
export const ownReport = {
  'ownReport.title': 'Do these photos carry a Keyveil mark?',
  'ownReport.what':
    'Keyveil changes the photos of its user slightly before they are put online: all photos of one label get the same secret mark, faint waves of colour, a soft filter or both, which follow from a private key. The owner of such a key looked for those marks in the photos below.',
  'ownReport.how':
    'Each photo was compared with the owner’s marks and with those of {{decoys}} keys that were drawn at random and that nobody has. Where a photo has nothing to do with the owner, each of the {{all}} keys is as likely as any other to fit it best. The p-value is the owner’s place among them: 0.001 means that none of 999 others fitted as well.',
  'ownReport.photos': 'Photos',
  'ownReport.limits': 'What this cannot show',
  'ownReport.limit.date':
    'A mark can be put on a photo afterwards. That it was there first is shown only if the receipt’s commitment or its SHA-256 was published or time-stamped before.',
  'ownReport.basis': 'How it was made',
  'ownReport.when': 'Made',
  'ownReport.commitment': 'Commitment of the receipt',
  'ownReport.sha256': 'SHA-256 of the receipt file',
  'ownReport.sha256.none': 'not known: the file was not at hand',
  'ownReport.keyCheck': 'Check of the key',
  'ownReport.receipt': 'The receipt lists',
  'ownReport.receipt.holds': '{{photos}} photos, {{labels}} labels',
  'ownReport.settings': 'Protected with',
  'ownReport.settings.veil': 'For photos: veil size {{veil}} px, strength {{strength}}',
  'ownReport.settings.cast': 'For photos: cast of level {{level}}, no veil',
  'ownReport.settings.castVeil':
    'For photos: cast of level {{level}}, veil size {{veil}} px, strength {{strength}}',
  'ownReport.settings.cuda': 'CUDA, as in the paper: kernel {{size}} × {{size}}, strength {{strength}}',
  'ownReport.decoys': 'Keys compared with',
  'ownReport.decoys.how': '{{decoys}}, drawn from the seed {{seed}}',
  'ownReport.originals': 'Originals looked among',
  'ownReport.made': 'Made by Keyveil {{version}} on the owner’s device. Names of files are left out.',
} as const;
