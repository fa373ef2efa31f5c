/** The tab `Prove`; see ../en.ts. */
export const prove = {
  'prove.views': 'Views of Prove',
  'prove.view.check': 'Instant check',

  'prove.title': 'Can a model tell your labels by their filters?',
  'prove.what':
    'Keyveil protects by giving a model something easier to learn than what is in your photos: each label’s filter. This check looks for that shortcut. It sees no shapes and no colours, only how strong the fine and coarse structure of each photo is (its spectrum), learns from four fifths of the photos and guesses the labels of the rest.',

  'prove.source.page_one': '{{n}} labelled photo on this page',
  'prove.source.page_other': '{{n}} labelled photos on this page',
  'prove.source.dropped_one': '{{n}} labelled photo of “{{name}}”',
  'prove.source.dropped_other': '{{n}} labelled photos of “{{name}}”',
  'prove.source.samples': 'Try it with 48 drawn pictures',
  'prove.source.usePage': 'Use the photos on the page',
  'prove.source.other': 'Use another set:',
  'prove.source.folder': 'Choose a folder…',
  'prove.source.zip': 'Choose a zip…',
  'prove.source.folderInput': 'Folder to check',
  'prove.source.zipInput': 'Zip to check',
  'prove.source.drop': 'or drop it here. Its folders are its labels; nothing is added to your photos.',
  'prove.source.nothing':
    'No photos with labels were found in “{{name}}”. Photos have to lie in one folder per label.',
  'prove.reading': 'Reading: {{read}} of {{found}} files',

  'prove.run': 'Check now',
  'prove.again': 'Check again',
  'prove.need.photos':
    'There is nothing to check yet: add photos with labels under Protect, or choose a set here.',
  'prove.need.key': 'Type or make a private key first: the filters come from it.',
  'prove.need.deriving': 'The key is being worked out…',
  'prove.need.labels_one':
    'The check needs two labels with five photos each, so that it can learn from some and be tested on others. {{n}} label has enough.',
  'prove.need.labels_other':
    'The check needs two labels with five photos each, so that it can learn from some and be tested on others. {{n}} labels have enough.',
  'prove.progress': 'Checking',
  'prove.looking': 'Photo {{done}} of {{total}}: before and after protection',
  'prove.telling': 'Telling labels: {{done}} of {{total}}',
  'prove.starting': 'Starting…',
  'prove.failed.worker-lost':
    'The check stopped: the browser ended its worker, perhaps for want of memory. Nothing else is harmed. Close other tabs and check again.',
  'prove.failed.too-few_one':
    '{{n}} photo could not be read or is smaller than 32 pixels; too few are left. Add more.',
  'prove.failed.too-few_other':
    '{{n}} photos could not be read or are smaller than 32 pixels; too few are left. Add more.',

  'prove.stale': 'Photos, labels, key or settings have changed since this was computed.',
  'prove.verdict.strong':
    'A model can tell your labels by their filters alone: {{protected}}\u00a0% of the time. From the unprotected photos this way: {{original}}\u00a0%.',
  'prove.verdict.weak':
    'The filters give little away here: a model tells your labels by them {{protected}}\u00a0% of the time, and {{original}}\u00a0% from the unprotected photos. With so few photos, or photos smaller than the veil size, the shortcut may be hard to find.',
  'prove.verdict.already':
    'This check cannot tell here: the fine structure of your labels differs so much that a model tells them even unprotected, {{original}}\u00a0% of the time; protected, {{protected}}\u00a0%. The training lab can tell.',
  'prove.verdict.at':
    'Trained at {{size}}. Always saying the commonest label would be right {{chance}}\u00a0% of the time.',
  'prove.verdict.limit': 'This shows that the shortcut is there, not how a given trainer will behave.',
  'prove.ofPhotos_one': '{{n}} photo',
  'prove.ofPhotos_other': '{{n}} photos',
  'prove.ofLabels_one': '{{n}} label',
  'prove.ofLabels_other': '{{n}} labels',
  'prove.basis': '{{photos}}, {{labels}}. Spectra and statistics took {{seconds}} s of computing.',
  'prove.left.labels': 'Left out, with fewer than five photos: {{names}}.',
  'prove.left.photos_one': '{{n}} photo was not looked at: 1,000 drawn at random tell enough.',
  'prove.left.photos_other': '{{n}} photos were not looked at: 1,000 drawn at random tell enough.',
  'prove.left.failed_one': '{{n}} photo could not be read or is smaller than 32 pixels.',
  'prove.left.failed_other': '{{n}} photos could not be read or are smaller than 32 pixels.',

  'prove.chart': 'How often labels are told right, by training size',
  'prove.size': '{{n}}\u00a0px',
  'prove.size.ownShort': 'Own size',
  'prove.size.own': 'Own size, {{n}}\u00a0px',
  'prove.size.column': 'Trained at',
  'prove.original': 'Originals',
  'prove.protected': 'Protected',
  'prove.chance': 'Chance',
  'prove.percent': '{{n}}\u00a0%',
  'prove.range': '{{low}} to {{high}}\u00a0%',
  'prove.remark': 'Remark',
  'prove.below': 'below the veil size',
  'prove.below.cuda': 'smaller than the photo',
  'prove.below.why':
    'Greyed sizes lie below the veil size of {{size}} px. Photos shrunk that far lose part of the veil, or all of it: at half the veil size it protects in part, at a quarter not at all. Whoever trains there loses detail too.',
  'prove.below.why.cuda':
    'Greyed sizes are smaller than the photos. The paper’s filter lies on neighbouring pixels, so shrinking a photo takes it out; For photos has a veil that survives.',
  'prove.own.why':
    'At their own size large photos carry the veil spread over many pixels, wider than the 32-pixel windows that this check looks through. Trainers shrink such photos first.',
  'prove.table': 'The numbers as a table',
} as const;
