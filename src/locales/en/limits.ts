/** What protection does and does not do; see ../dialogs.ts. */
export const limits = {
  'limits.title': 'What it protects against',
  'limits.intro':
    'Somebody collects your photos and trains a program on them to tell who or what is in them. Keyveil lays a faint pattern over every photo of a label. The program learns the pattern instead of the subject, and fails on photos without it. It raises the cost of misusing your photos. It does not make them untouchable.',
  'limits.helpsTitle': 'What it does',
  'limits.helps1':
    'A program trained on protected photos alone mostly guesses: in our tests 73 in 100 right answers fell to between 16 and 24.',
  'limits.helps2':
    'Your label stays protected among other people’s clean photos: with only “cat” protected, by the veil alone, cats were recognised 1 time in 100 instead of 40.',
  'limits.helps3': 'Shrinking does not take the waves of colour off, and sharpening or warping hardly do.',
  'limits.notTitle': 'What it does not do',
  'limits.not1':
    'Light alone falls to a trainer who knows of it and takes it out, who trains in grey, or who starts from a network that knows such things already.',
  'limits.not2': 'Standard and Strong hold better there, but not fully: the table below tells.',
  'limits.not3':
    'A ready-made network used as it is, with only its last layer trained, still learns over a third.',
  'limits.not4':
    'One clean copy of a protected photo reveals the pattern of its label. Photos that are already online undo the protection of theirs.',
  'limits.not5':
    'A label must be protected whole: with 10 photos in 100 left clean, 47 in 100 answers were right again. Labels of fewer than 50 photos protect less.',
  'limits.not6':
    'Face recognition and searches that compare pictures still match a protected photo with others of the same person or thing.',
  'limits.fightCaption':
    'Right answers in 100 on clean photos, after training on protected ones at 32 px; guessing gives 10',
  'limits.trainer': 'What the trainer does',
  'limits.cleanPhotos': 'clean photos',
  'limits.castAlone': 'waves alone',
  'limits.castVeil': 'waves and veil',
  'limits.grey': 'Trains in grey',
  'limits.projects': 'Knows of the waves and takes them out',
  'limits.plainly': 'Trains plainly',
  'limits.sharpening': 'Random sharpening and low-pass (RSK+FF)',
  'limits.warping': 'Random pixel warping (COIN)',
  'limits.fineTuning': 'Fine-tunes a network trained on clean pictures',
  'limits.frozen': 'The same network frozen, new last layer only',
  'limits.method':
    'Measured on small pictures (128 px, 10 kinds of things, trained at 32 px) with a small network, one run each, give or take 4 points; waves of level 8, of level 6 in the first line, in parts an early form of them; a veil of 32 px at 0.2. None of this is a guarantee.',
} as const;
