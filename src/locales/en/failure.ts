/** Why one photo could not be protected; see ../en.ts. */
export const failure = {
  'failure.unreadable':
    'This is no picture, or a damaged one. Take another copy of it, or open it in another program and save it anew.',
  'failure.vanished': 'The file was moved or changed after you added it. Add it again.',
  'failure.unsupported': 'This browser cannot read {{type}} pictures.',
  'failure.tooLarge': 'It has {{pixels}} megapixels; up to {{limit}} can be worked on here.',
  'failure.storageFull': 'The browser’s storage is full. Save what is done, or free some disk space.',
  'failure.workerLost': 'Working on it stopped unexpectedly, twice. It may be too large for this device.',
  'failure.encodeFailed': 'This browser could not write it as {{type}}.',
  'failure.unexpected': 'Something went wrong that should not have: {{detail}}',
} as const;
