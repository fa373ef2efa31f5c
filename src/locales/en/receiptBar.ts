/** Texts of a receipt that is open, of saving to a folder, and of room on the disk; see ../en.ts. */
export const receiptBar = {
  'receipt.adding': 'Adding to “{{dataset}}”',
  'receipt.holds_one': '{{n}} photo in {{labels}} is protected already.',
  'receipt.holds_other': '{{n}} photos in {{labels}} are protected already.',
  'receipt.labels_one': '{{n}} label',
  'receipt.labels_other': '{{n}} labels',
  'receipt.close': 'Close the receipt',
  'receipt.closeWhy': 'New photos then start a receipt of their own.',
  'receipt.standing.no-key': 'Give the key that they were protected with, then add the new photos.',
  'receipt.standing.checking': 'The key is being checked…',
  'receipt.standing.other-key':
    'This is another key than the one the receipt was made with. New photos would get other filters, so nothing is protected until the key is right or the receipt is closed.',
  'receipt.standing.changed':
    'The key is right, but the receipt was changed after it was made: its labels or settings do not lead to the filters that it vouches for. Open an untouched copy, or close it.',
  'receipt.standing.right': 'The key is the right one. New photos get the same filters.',
  'receipt.before_one': '{{n}} photo here was protected before and is not protected again.',
  'receipt.before_other': '{{n}} photos here were protected before and are not protected again.',
  'receipt.onlyNew': 'New photos only; the receipt lists old and new.',
  'receipt.closed': 'Receipt closed.',
  'receipt.trouble.not-a-receipt': '“{{name}}” is no receipt of Keyveil. Receipts end in .keyveil.json.',
  'receipt.trouble.newer': '“{{name}}” was made by a newer Keyveil. Open it there.',
  'receipt.trouble.damaged': '“{{name}}” is a receipt, but a damaged one. Look for another copy of it.',
  'receipt.trouble.unreadable': '“{{name}}” could not be read. Is it still where it was?',
  'receipt.trouble.running':
    '“{{name}}” was not opened, because photos are being protected. Open it afterwards.',
  'receipt.trouble.work-here':
    '“{{name}}” was not opened, because photos of this page are protected already. Save them, start over, then open it.',

  'folder.save': 'Save to a folder',
  'folder.what': 'The same photos as files. In a folder that is not empty, a new one is made.',

  'space.title': 'There may not be enough room.',
  'space.what_one':
    'Protecting {{n}} photo may take {{needed}}, and this browser has {{free}} left: {{missing}} are missing.',
  'space.what_other':
    'Protecting {{n}} photos may take {{needed}}, and this browser has {{free}} left: {{missing}} are missing.',
  'space.how':
    'Free some space on this device, or protect fewer photos at a time: take some off the list, save what is done, and add the others to its receipt.',
  'space.anyway': 'Protect anyway',
  'space.full': 'The disk is full, so the run has stopped.',
  'space.full.how_one':
    'What is done is kept, and {{n}} photo waits. Free some space, or save and start over with the rest; then press Protect again.',
  'space.full.how_other':
    'What is done is kept, and {{n}} photos wait. Free some space, or save and start over with the rest; then press Protect again.',

  'leftOut.already-protected': 'protected already: one of the photos that the receipt lists',
  'status.before': 'protected before',
} as const;
