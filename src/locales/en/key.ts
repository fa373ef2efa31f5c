/** Texts of one area; see ../en.ts. */
export const key = {
  'key.passphrase': 'Private key',
  'key.placeholder': 'Type or generate',
  'key.show': 'Show',
  'key.hide': 'Hide',
  'key.generate': 'Generate',
  'key.generated': 'A new key',
  'key.generated.words': 'Your new key. Write it down, or save the key file:',
  'key.generated.bits': 'Your new key. Nobody remembers this one, so save the key file:',
  'key.generated.useWords': 'Words instead',
  'key.generated.useBits': 'Random letters instead',
  'key.generated.undo': 'Back to the old key',
  'key.generated.writtenDown': 'I have written it down',
  'key.unsaved': 'Your new key is not saved yet. Without it nobody can make its filters again.',
  'key.weak': 'This key is easy to guess. Whoever guesses it can undo much of the protection.',
  'key.weak.use': 'Use this weak key anyway',
  'key.safe': 'Keep it safe: nobody can restore it.',
  'key.about': 'If you lose it',
  'key.about.filters':
    'Every filter is drawn from this key. With the same key and dataset name you can add photos later under the same filters, and show that a photo or a model is connected to yours.',
  'key.about.lost':
    'Lose the key and both are over: nobody can restore it, we least of all. Photos that you have protected stay protected, and your originals are untouched.',
  'key.about.leaked':
    'Whoever learns the key can work out the filters and undo much of the protection. Keep it as you keep a password.',
  'key.about.fingerprint':
    'The same key and dataset name always show the same fingerprint. Another fingerprint means a typing error.',
  'key.trouble': 'The key did not work',
  'key.fingerprint': 'Fingerprint',
  'key.fingerprint.deriving': 'Working out its fingerprint…',
  'key.failed':
    'The key could not be worked out here. Type it once more; if that does not help, reload the page.',
  'key.again': 'Try again',
  'key.save': 'Save key file',
  'key.otherWays': 'Other ways to keep it',
  'key.load': 'Load key file',
  'key.load.done': 'Key and dataset name were loaded.',
  'key.load.notKeyFile':
    'That is not a key file of Keyveil. Nothing was changed. Choose the file that “Save key file” made.',
  'key.load.damaged':
    'That key file is damaged. Nothing was changed. Look for another copy of it, or type the key.',
  'key.strength': 'Strength of the key',
  'key.strength.empty': 'Six or more random words are strong.',
  'key.strength.words_one': '{{count}} word',
  'key.strength.words_other': '{{count}} words',
  'key.strength.bits': '{{bits}} bits',
  'key.strength.about': 'about {{bits}} bits',
  'key.strength.weak': 'Weak',
  'key.strength.fair': 'Fair',
  'key.strength.strong': 'Strong',
  'key.dataset': 'Dataset name',
  'key.dataset.note':
    'A name for these photos. Type the same name next time: it and the key make your pattern together.',
} as const;
