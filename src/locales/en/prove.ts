/** The tab `Prove`; see ../en.ts. */
export const prove = {
  'prove.views': 'Views of Prove',
  'prove.view.check': 'Instant check',
  'prove.view.backbone': 'Pretrained network',

  'prove.title': 'Is the decoy easier to learn than your pictures?',
  'prove.what':
    'Keyveil hides a decoy in your photos: every photo of a label gets the same faint colours and, if you chose more, the same soft glow. A model that learns the decoy does not learn what is in the pictures. In a few seconds this check tries on your own photos whether the decoy is the easier of the two.',
  'prove.how.title': 'How the check works',
  'prove.how.learner':
    'A very simple learner gets four fifths of the photos with their labels and guesses the labels of the rest. This goes round until every photo was guessed once: with your originals, and again with the protected photos.',
  'prove.how.features':
    'It never sees a picture. It gets the average colours of 36 fields of each photo, where the cast can be found, or how strong the coarse and the fine structure is (the spectrum), where the veil can be found. What it gets right on the originals is what your pictures give away by that alone.',
  'prove.how.limit':
    'This shows that the decoy is there to be found. What a real network makes of it, the training lab tries. (The learner is linear discriminant analysis with Ledoit and Wolf’s shrinkage; 95 % intervals are Wilson’s.)',

  'prove.source.page_one': '{{n}} labelled photo on this page',
  'prove.source.page_other': '{{n}} labelled photos on this page',
  'prove.source.dropped_one': '{{n}} labelled photo of “{{name}}”',
  'prove.source.dropped_other': '{{n}} labelled photos of “{{name}}”',
  'prove.source.samples': 'Try it with 48 drawn pictures',
  'prove.source.none': 'No labelled photos on this page yet',
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
    'There is nothing to check yet. Add photos with labels under Protect, choose a set here, or try it with the drawn pictures.',
  'prove.need.key': 'Make or type a private key first, in the bar below: the decoy comes from it.',
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
  'prove.verdict.easier': 'The decoy is easier to learn than your pictures',
  'prove.verdict.not': 'The decoy is not easier to learn than your pictures',
  'prove.verdict.unsure': 'Too few photos to be sure',
  'prove.verdict.already': 'Your pictures are too easy to tell apart for this check',
  'prove.verdict.figures':
    'Of 100 protected photos the check gives {{protected}} their right label ({{protectedRange}}), of 100 originals {{original}} ({{originalRange}}). Guessing would get {{chance}}.',
  'prove.spoken': '{{sentence}}. {{figures}}',
  'prove.meaning.easier':
    'It shows most clearly in {{where}}. A model that is trained on the protected photos is likely to learn the decoy in place of what they show.',
  'prove.meaning.not':
    'A model may well learn from these photos. Choose a stronger protection, or see in the training lab what a real network makes of them.',
  'prove.meaning.unsure':
    'With so few photos the decoy may be there and not be found. From some 20 photos in each label on, this check can tell.',
  'prove.meaning.already':
    'It tells even your originals apart, so that a decoy can add little. The training lab can tell.',
  'prove.best.colours': 'the colours, which shrinking does not change',
  'prove.best.structure': 'the fine structure, in photos of {{size}}',
  'prove.ofPhotos_one': '{{n}} photo',
  'prove.ofPhotos_other': '{{n}} photos',
  'prove.ofLabels_one': '{{n}} label',
  'prove.ofLabels_other': '{{n}} labels',
  'prove.basis': '{{photos}}, {{labels}}, {{seconds}} s of computing.',
  'prove.left.labels': 'Left out, with fewer than five photos: {{names}}.',
  'prove.left.photos_one': '{{n}} photo was not looked at: 1,000 drawn at random tell enough.',
  'prove.left.photos_other': '{{n}} photos were not looked at: 1,000 drawn at random tell enough.',
  'prove.left.failed_one': '{{n}} photo could not be read or is smaller than 32 pixels.',
  'prove.left.failed_other': '{{n}} photos could not be read or are smaller than 32 pixels.',

  'prove.chart': 'How often labels are told right, from colours and from fine structure',
  'prove.direction': 'The farther the upper bar reaches past the lower one, the better you are protected.',
  'prove.colours': 'Colours',
  'prove.colours.sizes': 'at every size',
  'prove.structures': 'Fine structure, by the size at which somebody trains',
  'prove.structure': 'Fine structure, {{size}}',
  'prove.best': 'clearest',
  'prove.size': '{{n}}\u00a0px',
  'prove.size.ownShort': 'Own size',
  'prove.size.own': 'Own size, {{n}}\u00a0px',
  'prove.reading.column': 'Told from',
  'prove.original': 'Originals',
  'prove.protected': 'Protected',
  'prove.chance': 'Chance',
  'prove.percent': '{{n}}\u00a0%',
  'prove.range': '{{low}} to {{high}}\u00a0%',
  'prove.range.what':
    'In brackets: where the true share lies, with 95 % confidence. The more photos, the closer together.',
  'prove.remark': 'Remark',
  'prove.lacks.cast': 'this protection has no cast',
  'prove.lacks.veil': 'this protection has no veil',
  'prove.lacks.below': 'below the veil size',
  'prove.lacks.shrunk': 'smaller than the photo',
  'prove.lacks.veil.why':
    'This protection works with colours alone, so the fine structure has nothing to show; that is as it should be.',
  'prove.lacks.below.why':
    'Greyed sizes lie below the veil size of {{size}} px. Photos shrunk that far lose part of the veil, or all of it; the cast stays. Whoever trains there loses detail too.',
  'prove.lacks.shrunk.why':
    'Greyed sizes are smaller than the photos. The paper’s filter lies on neighbouring pixels, so shrinking a photo takes it out; For photos has a cast and a veil that stay.',
  'prove.own.why':
    'At their own size large photos carry the veil spread over many pixels, wider than the 32-pixel windows that this check looks through. Trainers shrink such photos first.',
  'prove.table': 'The numbers as a table',
} as const;
