/** Texts of one area; see ../en.ts. */
export const inspector = {
  'inspector.title': 'Selected photo',
  'inspector.empty': 'Select a photo to see it before and after.',
  'inspector.empty.more': 'Here you will see what a trainer would see, and what its label carries.',
  'inspector.size': '{{width}} × {{height}} px · {{bytes}}',
  'inspector.large': 'Open large',
  'inspector.large.title': 'Before and after: {{name}}',
  'inspector.before': 'Original',
  'inspector.after': 'Protected',
  'inspector.updating': 'Updating…',
  'inspector.reading': 'Reading the photo…',
  'inspector.mode': 'View',
  'inspector.mode.split': 'Split',
  'inspector.mode.side': 'Side by side',
  'inspector.mode.hold': 'Hold',
  'inspector.mode.difference': 'Difference',
  'inspector.compare.split':
    'Before and after, split. Arrow keys move the photo, plus and minus zoom, Home shows all of it.',
  'inspector.compare.side':
    'Before and after, side by side. Arrow keys move both, plus and minus zoom, Home shows all of it.',
  'inspector.compare.hold':
    'The protected photo. Hold Space for the original. Arrow keys move it, plus and minus zoom, Home shows all of it.',
  'inspector.compare.difference':
    'What changed. Arrow keys move it, plus and minus zoom, Home shows all of it.',
  'inspector.split': 'Split between original and protected',
  'inspector.split.value': '{{percent}} % original',
  'inspector.hold': 'Hold for the original',
  'inspector.difference.caption': 'Difference × 4',
  'inspector.difference.about':
    'Grey did not change. Lighter places became lighter and darker ones darker, four times as much as in the photo.',
  'inspector.zoom': 'Zoom',
  'inspector.zoom.fit': 'Fit',
  'inspector.zoom.true': 'True pixels: one photo pixel is one screen pixel',
  'inspector.zoom.eight': 'One photo pixel is eight screen pixels wide',
  'inspector.zoom.now': '{{percent}} %',
  'inspector.sizes': 'As a trainer sees it, short side in pixels',
  'inspector.sizes.full': 'Full size',
  'inspector.sizes.veil': 'veil {{size}} px',
  'inspector.sizes.cuda': 'photo {{size}} px',
  'inspector.sizes.cast': 'cast, every size',
  'inspector.sizes.spoken.holds': '{{size}} px, protection is meant to hold',
  'inspector.sizes.spoken.below': '{{size}} px, protection does not hold',
  'inspector.sizes.about.full':
    'Protection is meant to hold for trainers who use photos at {{from}} px or larger, and not below.',
  'inspector.sizes.about.fullCuda':
    'The paper’s filter is meant for training at the photo’s own size, {{from}} px. Shrinking undoes much of it.',
  'inspector.sizes.about.fullCast':
    'Protection is meant to hold at every size that trainers use: the waves are as slow as the photo is large.',
  'inspector.sizes.about.fullCastVeil':
    'The cast is meant to hold at every size that trainers use, the veil at {{from}} px or larger.',
  'inspector.sizes.about.cast':
    'At {{size}} px the cast is all there: its waves are as slow as the photo is large.',
  'inspector.sizes.about.castVeil':
    'At {{size}} px the cast is all there; the veil, meant for {{from}} px and above, helps from there on.',
  'inspector.sizes.about.yes':
    'At {{size}} px protection is meant to hold: it is not below the veil size of {{from}} px.',
  'inspector.sizes.about.part':
    'At {{size}} px protection is not meant to hold: it is below the veil size of {{from}} px. Some of it is left.',
  'inspector.sizes.about.no':
    'At {{size}} px protection does not hold: it is less than half the veil size of {{from}} px.',
  'inspector.sizes.about.cudaYes':
    'At {{size}} px the photo is not made smaller, so the filter is all there.',
  'inspector.sizes.about.cudaNo':
    'At {{size}} px protection does not hold: shrinking the photo undoes much of the paper’s filter.',
  'inspector.figures': 'What protection does to this photo',
  'inspector.figures.pending': 'measuring…',
  'inspector.figures.same': 'no difference',
  'inspector.visible': 'Visible at 100 %',
  'inspector.visible.no': 'no',
  'inspector.visible.slightly': 'slightly',
  'inspector.visible.yes': 'yes',
  'inspector.visible.about.no': 'Beside the original, no difference is seen.',
  'inspector.visible.about.slightly': 'Beside the original, a faint tint or a little softness is seen.',
  'inspector.visible.about.yes': 'Beside the original, a tint or a soft glow is plainly seen.',
  'inspector.visible.how':
    'Judged by how much structure is lost and how far colours shift. One viewer set the bounds, on twenty pairs of photos: your eyes have the last word.',
  'inspector.figures.details': 'Details',
  'inspector.figures.colour': 'Shift of colour (ΔE2000)',
  'inspector.figures.colour.about':
    'The mean over what an eye resolves at 100 %; about 1 is just told apart side by side.',
  'inspector.figures.ssim': 'Likeness (SSIM)',
  'inspector.figures.ssim.about':
    'How far edges and textures are those of the original; 1 is the same picture.',
  'inspector.figures.psnr': 'PSNR',
  'inspector.figures.psnr.value': '{{value}} dB',
  'inspector.figures.psnr.about':
    'How little the pixels changed on the whole; more is closer to the original.',
  'inspector.figures.brightness': 'Brightness',
  'inspector.figures.brightness.same': 'unchanged',
  'inspector.figures.brightness.more': '{{value}} % brighter',
  'inspector.figures.brightness.less': '{{value}} % darker',
  'inspector.figures.brightness.veil': 'The weights of the filter sum to 1, so exposure stays as it was.',
  'inspector.figures.brightness.cast':
    'The waves brighten as much as they darken, and the weights of the filter sum to 1, so exposure stays as it was.',
  'inspector.figures.brightness.cuda':
    'The paper’s method divides each photo by its own brightest value, which may shift exposure.',
  'inspector.figures.file': 'File',
  'inspector.figures.file.value': '{{before}} → {{after}}',
  'inspector.figures.file.about': 'Size of the file that you gave, and of the protected one.',
  'inspector.figures.patches': 'All of these are measured on at most 16 patches spread over the photo.',
  'inspector.trial.label': 'A trial pattern. Without a label this photo is not protected.',
  'inspector.trial.key': 'A trial pattern: yours will look much the same. Now make a key.',
  'inspector.trial.working': 'A trial pattern, while your key is being worked out.',
  'inspector.trial.better-key': 'A trial pattern: the key could not be worked out. Type it once more.',
  'look.title': 'How strong?',
  'look.what':
    'Drawn with a trial key. Visible or not is for looking at 100 %, beside the original. At no strength does it hide a face from face search.',
  'look.original': 'Original',
  'look.fit': 'Whole',
  'look.pixels': 'Pixel by pixel',
  'look.most': '“{{name}}”, the one that changes most',
  'look.fold': 'Fold away',
  'look.unfold': 'Unfold',
  'look.before': 'Photo before',
  'look.after': 'Next photo',
  'look.weighing': 'measuring…',
  'look.visible.no': 'not visible',
  'look.visible.slightly': 'slightly visible',
  'look.visible.yes': 'visible',
  'look.proposed_one':
    'Light is set: this is flat or line art, where the soft glow of Standard shows beside every line. Choose another as you like.',
  'look.proposed_other':
    'Light is set: {{flat}} of {{of}} that we looked at are flat or line art, where the soft glow of Standard shows beside every line. Choose another as you like.',
  'look.proposed.standard': 'Use Standard',
  'inspector.filter': 'Filter of “{{label}}”',
  'inspector.castAndFilter': 'Cast and filter of “{{label}}”',
  'inspector.cast': 'Cast of “{{label}}”',
  'inspector.cast.caption': 'Waves of colour × {{gain}}',
  'inspector.cast.alt': 'Cast of {{label}}: its slow waves of colour, made {{gain}} times as strong',
  'inspector.filter.alt': 'Filter of {{label}} as a heat map',
  'inspector.filter.taps': 'Weights',
  'inspector.response': 'Frequencies',
  'inspector.response.alt': 'Frequency response of the filter of {{label}}',
  'inspector.response.about':
    'Frequencies: even areas in the middle, the finest detail at the edges; the fainter, the more is held back (logarithmic, to a tenth).',
  'inspector.distances': 'All labels’ filters',
  'inspector.distances.open': 'Compare',
  'inspector.distances.title': 'How far the filters lie apart',
  'inspector.distances.fine':
    'All lie far enough apart to tell the labels by them. The nearest are “{{one}}” and “{{other}}”, at {{distance}}.',
  'inspector.distances.close_one':
    'The filters of “{{one}}” and “{{other}}” are too close to protect these labels from each other.',
  'inspector.distances.close_other':
    '{{count}} pairs of filters are too close to protect their labels from each other, “{{one}}” and “{{other}}” most.',
  'inspector.distances.about':
    'Squared distance between the filters’ log spectra. 1 is how far the nearest of as many filters lie when they are chosen apart at strength 0.3, as For photos does; below {{limit}} a model may not learn to tell two labels by their filters, as we measured with filters that were merely drawn.',
  'inspector.distances.tooClose': ', too close',
  'inspector.distances.nearest_one': 'The {{count}} nearest pair.',
  'inspector.distances.nearest_other': 'The {{count}} nearest pairs.',
  'inspector.distances.pair': '{{one}} and {{other}}',
  'inspector.remedy.method': 'Switch to For photos',
  'inspector.remedy.method.about':
    'The paper’s filters are merely drawn, and these fell close together. For photos chooses them apart; another dataset name draws anew.',
  'inspector.remedy.strength': 'Use Standard',
  'inspector.remedy.strength.about': 'They were chosen apart, but hardly show at this strength.',
  'inspector.remedy.dataset': 'New dataset name',
  'inspector.remedy.dataset.about': 'Another dataset name draws other filters.',
  'inspector.remedy.none':
    'The open receipt holds them as they are. Start over with For photos or another dataset name to get others.',
  'inspector.numbers': 'Numbers',
  'inspector.numbers.caption': 'Weights of the filter, top row first',
  'inspector.filter.none': 'At strength 0 there is no veil, and so no filter: photos carry the cast alone.',
  'inspector.filter.noKey': 'What it carries appears as soon as there is a key.',
  'inspector.filter.unlabelled': 'No label yet, so it carries nothing.',
  'inspector.taps':
    'Its taps lie {{photo}} px apart on this photo, about {{trainer}} px on the 224 px picture that most trainers see.',
  'inspector.taps.enough': 'Two or more there protect.',
  'inspector.taps.part': 'Two or more there protect; this does in part.',
  'inspector.taps.little': 'Two or more there protect; this hardly does.',
  'inspector.taps.cuda': 'Shrinking the photo undoes much of it.',
  'inspector.drawn': 'Drawn from your key.',
  'inspector.drawn.apart_one': 'Drawn from your key, chosen far from the {{count}} other.',
  'inspector.drawn.apart_other': 'Drawn from your key, chosen far from the {{count}} others.',
} as const;
