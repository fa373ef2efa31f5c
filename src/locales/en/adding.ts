/** Texts of the page before there are photos, and of what came of adding some; see ../en.ts. */
export const adding = {
  'intake.addPhotos': 'Add photos',
  'intake.addFolder': 'Add a folder',
  'intake.letGo': 'Let go to add them. On a label, they get that label.',
  'intake.looking': 'Looking at what you added…',
  'intake.reading_one': 'Read {{read}} of {{n}} file',
  'intake.reading_other': 'Read {{read}} of {{n}} files',
  'intake.readingName': 'Reading photos',
  'intake.refound_one': '{{n}} photo has its file again.',
  'intake.refound_other': '{{n}} photos have their files again.',
  'intake.addedNone': 'No photos added.',
  'intake.foundNone': 'No photos were found in it.',
  'intake.added_one': '{{n}} photo added.',
  'intake.added_other': '{{n}} photos added.',
  'intake.leftOut_one': '{{n}} file was left out.',
  'intake.leftOut_other': '{{n}} files were left out.',
  'empty.title': 'Make photos hard to learn from',
  'empty.what':
    'Keyveil lays a faint pattern of your own over photos before you upload them. People see the photo; a recogniser that is trained on it learns the pattern.',
  'empty.hint': 'Or drop photos, folders or zips anywhere on this page.',
  'empty.samples': 'Try it with sample photos',
  'empty.limits': 'It makes misuse harder. It is no guarantee.',
} as const;
