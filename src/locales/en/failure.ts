/** Why one photo could not be protected; see ../en.ts. */
export const failure = {
  'failure.unreadable':
    'This is no picture, or a damaged one. Take another copy of it, or open it in another program and save it anew.',
  'failure.cutOff':
    'Cut off after {{percent}} per cent: the rest of it is missing. Copy or download it again.',
  'failure.vanished': 'The file was moved or changed after you added it. Add it again.',
  'failure.unsupported':
    'This browser cannot read {{type}} pictures, or not one as large as this. Save it as JPEG or PNG and add that.',
  'failure.coding.12-bit':
    'This is a 12-bit JPEG, which browsers cannot read. Save it as an ordinary JPEG or as PNG and add that.',
  'failure.coding.lossless':
    'This is a lossless JPEG, which browsers cannot read. Save it as an ordinary JPEG or as PNG and add that.',
  'failure.coding.arithmetic':
    'This is a JPEG with arithmetic coding, which browsers cannot read. Save it as an ordinary JPEG and add that.',
  'failure.timedOut': 'Reading it took too long and was stopped. Export it as JPEG and add that.',
  'failure.noisyCanvas':
    'This browser changes pictures that a page reads back, against fingerprinting, which would damage your photo. Allow this page to read them (in Brave turn Shields down, in Firefox allow canvas data), reload and try again.',
  'failure.tooLarge':
    'It has {{pixels}} megapixels; up to {{limit}} can be worked on here. Make it smaller and add that.',
  'failure.tooLong':
    'It is {{side}} pixels long, and {{type}} ends at {{limit}}. Choose another format, or have photos made smaller.',
  'failure.storageFull': 'The browser’s storage is full. Save what is done, or free some disk space.',
  'failure.workerLost':
    'Working on it stopped unexpectedly, twice. It may be too large for this device. Make it smaller and add that, or try another browser.',
  'failure.encodeFailed':
    'This browser could not write it as {{type}}. Choose another format, or have photos made smaller.',
  'failure.unexpected':
    'Something went wrong that never should, a mistake in Keyveil: {{detail}}. Try it again; if that does not help, leave this photo out.',
} as const;
