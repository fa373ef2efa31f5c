/** Texts of photos coming in; see ../en.ts. */
export const intake = {
  'intake.firstFrames_one': '{{n}} picture moves; only its first frame is protected.',
  'intake.firstFrames_other': '{{n}} pictures move; only their first frames are protected.',
  'intake.fromRaw_one':
    '{{n}} camera raw file: the JPEG that the camera put into it is protected, not the raw data.',
  'intake.fromRaw_other':
    '{{n}} camera raw files: the JPEGs that the camera put into them are protected, not the raw data.',
  'intake.joined':
    '“{{folder}}” and “{{label}}” would be one folder on many disks, so the photos of both have the label “{{label}}”.',
  'intake.unseen':
    'A folder has a name of which nothing can be seen ({{folder}}), so its photos have no label yet.',
  'intake.andMore_one': 'and {{n}} more',
  'intake.andMore_other': 'and {{n}} more',
  'leftOut.hidden': 'hidden or belonging to the system',
  'leftOut.not-an-image': 'not a picture',
  'leftOut.other-empty': 'empty: nothing is in it, or nothing but zeros. Copy or download it again',
  'leftOut.other-icloud': 'still in iCloud, only a stand-in is here. Download it first, then add it',
  'leftOut.other-raw':
    'camera raw without a picture in it that is large enough. Export it as JPEG and add that',
  'leftOut.other-tiff':
    'TIFF that is damaged, or of a kind that cannot be read here. Export it as JPEG or PNG and add that',
  'leftOut.other-jxl': 'JPEG XL that cannot be read here. Export it as JPEG or PNG and add that',
  'leftOut.other-jpeg-2000': 'JPEG 2000, which cannot be read here. Export it as JPEG or PNG and add that',
  'leftOut.other-layers': 'a document of Photoshop or the like. Export it as JPEG or PNG and add that',
  'leftOut.other-drawing': 'a drawing (SVG, EPS), not a photo. Export it as PNG and add that',
  'leftOut.other-picture':
    'a picture of a kind that cannot be read here. Export it as JPEG or PNG and add that',
  'leftOut.other-film':
    'a film or sound. Only photos can be protected here: save a still as JPEG and add that',
  'leftOut.other-pdf': 'a PDF. Export its pictures as JPEG or PNG and add those',
  'leftOut.other-web-page':
    'a web page, not the picture that it shows. Download the picture itself and add that',
  'leftOut.other-archive':
    'packed files of a kind that is not opened here (RAR, 7z, tar, one part of several). Unpack it and drop the folder',
  'leftOut.same-again': 'here already: same name, size and content',
  'leftOut.zip-damaged': 'damaged zip. Copy or download it again, or unzip it and drop the folder',
  'leftOut.zip-split': 'one part of a zip that was split. Unzip all parts together and drop the folder',
  'leftOut.zip-vanished': 'moved or changed after you added it. Add it again',
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
  'leftOut.lost':
    'opening it stopped unexpectedly, perhaps for want of memory. Add it again; unzip a zip first and drop the folder',
  'leftOut.not-loaded':
    'a part of Keyveil that is needed for it could not be loaded. Reload the page and add it again',
  'leftOut.unexpected':
    'something went wrong that never should: a mistake in Keyveil. Add it again, or leave it out',
  'leftOut.noisy-canvas':
    'this browser changes what pages draw, against fingerprinting. Allow it here and reload, or add photos of your own',

  'names.question': 'The names in “{{zip}}” do not say how they are written. They are read as {{encoding}}:',
  'names.why': 'If they look wrong, choose another way. Nothing is labelled before you say so.',
  'names.use': 'Use these names',
  'names.other': 'Read the names as',
  'names.encoding.utf-8': 'Unicode (UTF-8)',
  'names.encoding.gbk': 'Chinese, simplified',
  'names.encoding.big5': 'Chinese, traditional',
  'names.encoding.shift_jis': 'Japanese',
  'names.encoding.euc-jp': 'Japanese (EUC)',
  'names.encoding.euc-kr': 'Korean',
  'names.encoding.ibm437': 'English (DOS)',
  'names.encoding.ibm737': 'Greek (DOS)',
  'names.encoding.ibm775': 'Baltic (DOS)',
  'names.encoding.ibm850': 'Western European (DOS)',
  'names.encoding.ibm852': 'Central European (DOS)',
  'names.encoding.ibm857': 'Turkish (DOS)',
  'names.encoding.ibm862': 'Hebrew (DOS)',
  'names.encoding.ibm866': 'Cyrillic (DOS)',
  'names.encoding.koi8-r': 'Cyrillic (KOI8)',
  'names.encoding.macintosh': 'Western European (old Mac)',
  'names.encoding.windows-874': 'Thai',
  'names.encoding.windows-1250': 'Central European',
  'names.encoding.windows-1251': 'Cyrillic',
  'names.encoding.windows-1252': 'Western European',
  'names.encoding.windows-1253': 'Greek',
  'names.encoding.windows-1254': 'Turkish',
  'names.encoding.windows-1255': 'Hebrew',
  'names.encoding.windows-1256': 'Arabic',
  'names.encoding.windows-1257': 'Baltic',

  'ask.level': 'Which folder says who or what it is?',
  'ask.levelWhy_one': '{{n}} photo lies in a folder whose name is found in several places.',
  'ask.levelWhy_other': '{{n}} photos lie in folders whose names are found in several places.',
  'ask.levelNow': 'For now the labels are {{labels}}. Choose what they should be:',
  'ask.levelMore_one': '{{labels}} and {{n}} more',
  'ask.levelMore_other': '{{labels}} and {{n}} more',
  'ask.twinsName': 'The same photo under two labels',
  'ask.twins_one': 'The same photo lies under “{{first}}” and “{{second}}”.',
  'ask.twins_other': '{{n}} photos lie both under “{{first}}” and under “{{second}}”.',
  'ask.twinsWhy':
    'Each copy will be protected with its label’s own pattern. Take one out only if you will not show it there.',
  'ask.twinsBoth': 'Keep both',
  'ask.twinsOnly': 'Only “{{label}}”',
  'ask.more_one': '{{n}} more question after this one.',
  'ask.more_other': '{{n}} more questions after this one.',

  'samples.free': 'Sample photos under free licences.',
  'samples.credits': 'Credits',
  'what.question': 'What is in these photos?',
  'what.label': 'A label says who or what it is. All photos of one label carry the same pattern.',
  'what.loose_one': '{{n}} photo came without a folder. Without a label it is not protected.',
  'what.loose_other': '{{n}} photos came without a folder. Without a label they are not protected.',
  'what.folders': 'For now each folder is a label: {{labels}}.',
  'what.field': 'Label for the new photos',
  'what.placeholder': 'A name, for example “Mia”',
  'what.set': 'My photos',
  'what.one': 'One label for all',
  'what.folder': 'One label a folder',
  'what.sort': 'I’ll sort them',
} as const;
