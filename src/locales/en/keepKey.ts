/** Texts of the dialog `Keep your key`; see ../en.ts. */
export const keepKey = {
  'keepKey.title': 'Keep your key',
  'keepKey.what':
    'Choose one way or several. Without the key nobody can add photos later or trace them, we least of all.',
  'keepKey.file': 'As a file',
  'keepKey.file.what': 'Put it where you keep your backups, and not beside the photos that you upload.',
  'keepKey.sheet': 'On paper',
  'keepKey.sheet.what': 'A sheet with the key in large letters and as a square code that a phone can read.',
  'keepKey.sheet.print': 'Print a key sheet',
  'keepKey.manager': 'In the password manager',
  'keepKey.manager.what':
    'Your browser offers to keep it under the name below. If it syncs passwords, the key goes with them.',
  'keepKey.manager.name': 'Name',
  'keepKey.manager.key': 'Key',
  'keepKey.manager.store': 'Offer it to the password manager',
  'keepKey.manager.asked': 'Your browser was asked to keep it. Look whether it did.',
  'keepKey.passkey': 'On this device, behind a passkey',
  'keepKey.passkey.what':
    'The key is kept locked in this browser. Your fingerprint, face or PIN opens it next time. Other devices cannot: keep it in another way too.',
  'keepKey.passkey.keep': 'Lock it with a passkey',
  'keepKey.passkey.kept': 'Locked on this device.',
  'keepKey.passkey.cancelled': 'Nothing was kept. Try again, or choose another way.',
  'keepKey.passkey.cannot': 'This passkey cannot lock a key. Nothing was kept; choose another way.',
  'keepKey.passkey.forget': 'Forget it on this device',
  'keepKey.passkey.forgotten':
    'Forgotten. The passkey itself can be removed in the settings of your browser.',
  'keepKey.open': 'Open with a passkey',
  'keepKey.open.which': 'Open the key of “{{dataset}}”',
  'keepKey.open.cancelled': 'The key was not opened. Try again, or load or type it.',
  'keepKey.open.cannot': 'This passkey does not open that key. Load or type it.',
  'keepKey.paper.title': 'Keyveil key sheet',
  'keepKey.paper.private': 'Private. Whoever has this sheet can undo the protection of your photos.',
  'keepKey.paper.code': 'The key file as a square code',
  'keepKey.paper.how':
    'To use it again: type key and dataset name exactly as they stand here. The same fingerprint shows that there is no typing error. Or read the code with a phone, save its text as a file, and load that as the key file.',
} as const;
