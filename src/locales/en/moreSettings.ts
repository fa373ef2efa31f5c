/** Texts of one area; see ../en.ts. */
export const moreSettings = {
  'settings.method': 'Method',
  'settings.method.cast': 'For photos',
  'settings.method.veil': 'Veil (2026)',
  'settings.method.cuda': 'CUDA, as in the paper',
  'settings.about.cast.light':
    'Faint waves of colour, on most photos slightly visible beside the original. Holds against networks that learn from nothing, at any size; not against a trainer who knows of it and takes it out. No guarantee.',
  'settings.about.cast.standard':
    'Waves of colour and a soft glow, visible beside the original. Holds also when photos are made grey or cleaned; in part against networks that know such things already. No guarantee.',
  'settings.about.cast.strong':
    'As Standard with more glow: holds better, and from smaller sizes. No guarantee.',
  'settings.about.ownCast':
    'Your own: cast of level {{level}}, no veil. It carries at every size; a trainer who knows it can take it out.',
  'settings.about.ownCastVeil':
    'Your own: cast of level {{level}}, veil size {{veilSize}}, strength {{strength}}. The cast carries at every size, the veil from about {{veilSize}} px.',
  'settings.about.light':
    'A very soft lens, for trainers who look at photos at 224 px and larger. No guarantee.',
  'settings.about.standard':
    'Like a soft-focus lens, for trainers who look at photos at 160 px and larger. No guarantee.',
  'settings.about.strong':
    'A softer lens, for trainers who look at photos at 112 px and larger. No guarantee.',
  'settings.about.cifar':
    'The paper’s 3×3 filter for pictures of 32 px. On full-size photos it is clearly seen, and shrinking them undoes it.',
  'settings.about.imagenet':
    'The paper’s 9×9 filter. It blurs and darkens visibly, and shrinking a large photo undoes part of it.',
  'settings.about.ownVeil':
    'Your own: veil size {{veilSize}}, strength {{strength}}. It protects from about {{veilSize}} px upward, in part below.',
  'settings.about.ownCuda':
    'Your own: a {{size}}×{{size}} filter, p_b {{strength}}. Shrinking a large photo undoes much of it.',
  'settings.more.title': 'More settings',
  'settings.castLevel': 'Cast level',
  'settings.castLevel.note':
    'How strong the faint waves of colour are, in levels of 255. More is safer and easier to see.',
  'settings.strength.castNote':
    'How strong each of the veil’s eight side taps may be. More is safer and softer; 0 leaves the veil out.',
  'settings.veilSize': 'Veil size',
  'settings.veilSize.note':
    'Short side, in pixels, of the small copy that the veil is made from. Trainers who look at photos at this size or larger learn the filter. Larger is harder to see.',
  'settings.strength': 'Strength',
  'settings.strength.note': 'How strong each of the eight side taps may be. More is safer and softer.',
  'settings.kernelSize': 'Kernel size k',
  'settings.kernelSize.note': 'Width of the filter in pixels. The larger, the more it blurs.',
  'settings.kernelSize.option': '{{size}} × {{size}}',
  'settings.pb': 'Blur parameter p_b',
  'settings.pb.note': 'Upper bound of the side taps, as in the paper.',
  'settings.backToStandard': 'Back to Standard',
  'settings.backToImagenet': 'Back to ImageNet',
  'settings.bounds': 'A number from {{min}} to {{max}}.',
  'settings.format': 'Format',
  'settings.format.same': 'Same as the original',
  'settings.format.jpeg': 'JPEG',
  'settings.format.png': 'PNG',
  'settings.format.webp': 'WebP',
  'settings.format.about.same': 'AVIF and HEIC become JPEG, GIF and BMP PNG.',
  'settings.format.about.png': 'Keeps every pixel. Files get larger.',
  'settings.quality': 'Quality',
  'settings.quality.jpeg': 'JPEG quality',
  'settings.quality.webp': 'WebP quality',
  'settings.files': 'Files',
  'settings.optOut': 'Say in every file that nobody may train on it',
  'settings.optOut.note':
    'In the words that machines read (IPTC, PLUS). Honest trainers keep to it; it stops nobody else.',
  'settings.rights': 'Rights',
  'settings.rights.note': 'A line for every file, which everybody can read. For example: © 2026 Mia Example.',
  'settings.keepCredit': 'Keep date and copyright',
  'settings.keepCredit.note':
    'Capture date, author and copyright stay in the files. Place, camera and everything else are removed in any case.',
  'settings.shrink': 'Make large photos smaller',
  'settings.shrink.note': 'After protecting, for faster uploads. Protection stays.',
  'settings.longSide': 'Long side in pixels',
  'settings.plainNames': 'Names without meaning',
  'settings.plainNames.note': '0001, 0002 … in each label’s folder. The receipt knows which is which.',
  'settings.tdmrep': 'Save tdmrep.json',
  'settings.tdmrep.note': 'The same wish for your own website: put the file into its folder .well-known.',
} as const;
