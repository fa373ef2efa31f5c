/** `Can a scraper tell?`, under the instant check; see ../en.ts. */
export const detector = {
  'detector.title': 'Can a scraper tell?',
  'detector.what':
    'Somebody who collects photos may want to sort out protected ones. This tries it with the protection chosen now, as a stranger could: without your key and without an original.',
  'detector.run': 'Try it',
  'detector.again': 'Try again',
  'detector.progress': 'Trying whether a scraper can tell',
  'detector.looking': 'Photo {{done}} of {{total}}: clean, edited and protected',
  'detector.telling': 'Telling protected photos from clean ones…',

  'detector.chart': 'Whether a scraper can tell',
  'detector.verdict.easily': 'A scraper can tell protected photos from clean ones',
  'detector.verdict.partly': 'A scraper can tell some protected photos from clean ones',
  'detector.verdict.hardly': 'A scraper can hardly tell protected photos from clean ones',
  'detector.verdict.unsure': 'Too few photos to say whether a scraper can tell',
  'detector.figures':
    'Shown one of each, the detector picks the protected photo in {{n}} of 100 cases ({{range}}). Guessing would get 50.',
  'detector.found':
    'Where it takes 5 of 100 clean photos for protected ones, it finds {{found}} of 100 protected photos ({{range}}).',
  'detector.meaning.easily':
    'What is easily told can be filtered out: a scraper may leave your photos aside, and then nobody learns from them, or may treat just these before training.',
  'detector.meaning.partly':
    'Whoever filters your photos out this way misses many of them, or loses many clean photos with them.',
  'detector.meaning.hardly':
    'Whoever filters this way loses about as many clean photos as protected ones. A detector that learns from more photos may tell more.',
  'detector.meaning.unsure': 'With more photos, and more labels, it can be said.',

  'detector.how.title': 'How it is tried',
  'detector.how.looks':
    'The detector never sees what a photo shows. It gets how strong coarse and fine structures are (spectra), how steep edges are, and mean colours with the strength of their slow waves.',
  'detector.how.apart':
    'Every photo is protected twice with keys of nobody: one copy to learn from, one to be asked about. The detector is asked only about labels that it has not learnt from, so it has met neither label nor key.',
  'detector.how.alike':
    'All photos, clean ones too, are brought to at most 224 px and saved as JPEG, so that nothing but protection tells. The detector also learns what ordinary edits look like: another white balance, a graduated tint, soft focus.',
  'detector.how.terms':
    'It is linear (discriminant analysis with Ledoit and Wolf’s shrinkage). The first figure is the area under the ROC curve (AUC) with Newcombe’s interval of 95 %; the others have Wilson’s. A scraper with more photos to learn from tells more.',

  'detector.photos': 'Photos',
  'detector.called': 'Called protected',
  'detector.auc': 'Told from protected ones',
  'detector.row.protected': 'Protected',
  'detector.row.clean': 'Clean',
  'detector.row.tinted': 'Clean, another white balance',
  'detector.row.graduated': 'Clean, a graduated tint',
  'detector.row.soft-focus': 'Clean, soft focus',
  'detector.left_one': '{{n}} photo was not looked at: 500 drawn at random tell enough.',
  'detector.left_other': '{{n}} photos were not looked at: 500 drawn at random tell enough.',
  'detector.basis': '{{photos}}, {{labels}}.',
} as const;
