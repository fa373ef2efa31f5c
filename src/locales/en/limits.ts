/** What protection does and does not do; see ../dialogs.ts. */
export const limits = {
  'limits.title': 'What it protects against',
  'limits.intro':
    'Somebody collects your photos and trains a program on them to tell who or what is in them. Keyveil lays a faint veil over every photo of a label. The program learns the veil instead of the subject, and fails on photos without it. It raises the cost of misusing your photos. It does not make them untouchable.',
  'limits.helpsTitle': 'What it does',
  'limits.helps1':
    'A program trained on protected photos alone mostly guesses: in our tests 73 in 100 right answers fell to between 10 and 20.',
  'limits.helps2':
    'Your label stays protected among other people’s clean photos: with only “cat” protected, cats were recognised 1 time in 100 instead of 40.',
  'limits.helps3':
    'JPEG compression does not take the veil off. Downscaling does not either, down to the veil size.',
  'limits.sizeCaption':
    'Right answers in 100 on clean photos, after training on protected ones shrunk to that size',
  'limits.howProtected': 'Protected how',
  'limits.none': 'Not at all',
  'limits.cuda3': 'CUDA, as in the paper, 3 × 3',
  'limits.veil32': 'For photos, veil size 32',
  'limits.veil128': 'For photos, veil size 128',
  'figures.at32': 'at 32 px',
  'figures.at64': 'at 64 px',
  'figures.at128': 'at 128 px',
  'limits.notTitle': 'What it does not do',
  'limits.not1':
    'A trainer who shrinks photos below the veil size wins some back: at half of it they are protected in part, at a quarter not at all.',
  'limits.not2':
    'Published counter-measures, random sharpening and warping, recover a good part. From about 1.4 times the veil size upward they were held off in our tests.',
  'limits.not3':
    'A ready-made network used as it is, with only its last layer trained, still learns over a third.',
  'limits.not4':
    'One clean copy of a protected photo reveals the filter of its label. Photos that are already online undo the protection of theirs.',
  'limits.not5':
    'A label must be protected whole: with 10 photos in 100 left clean, 47 in 100 answers were right again. Labels of fewer than 50 photos protect less.',
  'limits.fightCaption': 'Right answers in 100 when the trainer fights back, training at 32 px',
  'limits.trainer': 'What the trainer does',
  'limits.cleanPhotos': 'clean photos',
  'figures.veil32': 'veil size 32',
  'figures.veil23': '23',
  'figures.veil16': '16',
  'limits.plainly': 'Trains plainly',
  'limits.sharpening': 'Random sharpening and low-pass (RSK+FF)',
  'limits.warping': 'Random pixel warping (COIN)',
  'limits.fineTuning': 'Fine-tunes a network trained on clean pictures',
  'limits.frozen': 'The same network frozen, new last layer only',
  'limits.method':
    'Measured on small pictures (32 and 128 px, 10 kinds of things) with a small network, one run each, give or take 4 points. For the CUDA paper’s own method, its authors and others report 94.7 falling to 18.5, and 78.5 and 72.0 recovered by those two counter-measures. None of this is a guarantee.',
} as const;
