/** Texts of photos coming in; see ../en.ts. */
export const intake = {
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
  'intake.firstFrames_one': '{{n}} picture moves; only its first frame is protected.',
  'intake.firstFrames_other': '{{n}} pictures move; only their first frames are protected.',
  'intake.joined':
    '“{{folder}}” and “{{label}}” would be one folder on many disks, so the photos of both have the label “{{label}}”.',
  'intake.andMore_one': 'and {{n}} more',
  'intake.andMore_other': 'and {{n}} more',
  'leftOut.hidden': 'hidden or belonging to the system',
  'leftOut.not-an-image': 'not a picture',
  'leftOut.same-again': 'here already: same name, size and content',
  'leftOut.zip-damaged': 'damaged zip. Copy or download it again, or unzip it and drop the folder',
  'leftOut.zip-incomplete':
    'zip whose list of contents is damaged, so there may be more in it. Unzip it and drop the folder',
  'leftOut.zip-unsafe-name':
    'in a zip, with a name that points outside of it. Rename it, if you trust it, and add it by itself',
  'leftOut.zip-bomb': 'in a zip, and unpacks to far too much. If you trust it, unzip it and drop the folder',
  'leftOut.entry-damaged': 'damaged inside its zip. Copy or download the zip again',
  'leftOut.entry-encrypted': 'locked with a password inside its zip. Unzip it and drop the folder',
  'leftOut.entry-method':
    'packed inside its zip in a way that cannot be read here, such as LZMA. Unzip it and drop the folder',
  'leftOut.entry-overlap': 'lies over another file inside its zip, which is damaged or made to harm',
  'leftOut.zip-nested': 'zip inside a zip. Unzip it and drop the folder',
  'leftOut.too-large':
    'more than 120 megapixels, the most that can be worked on here. Make it smaller and add that',
  'leftOut.storage-full':
    'no room left in the browser’s storage. Save what is done, or free some disk space, and add it again',
  'leftOut.noisy-canvas':
    'this browser changes what pages draw, against fingerprinting. Allow it here and reload, or add photos of your own',

  'empty.title': 'Drop photos here',
  'empty.what':
    'Keyveil lays a faint veil, drawn from your private key, over every photo, so that nobody can train a classifier on them.',
  'empty.hint': 'Folders become labels. Zips and pasted pictures work too.',
  'empty.samples': 'Try it with sample photos',
  'empty.limits': 'It raises the cost of misusing photos. It is not a guarantee.',

  'loose.question': 'Who or what is this?',
  'loose.why_one': '{{n}} photo came without a folder. Without a label it is not protected.',
  'loose.why_other': '{{n}} photos came without a folder. Without a label they are not protected.',
  'loose.field': 'Label for the new photos',
  'loose.placeholder': 'A name, for example “Mia”',
  'loose.submit': 'Label them',
  'loose.later': 'Not now',
} as const;
