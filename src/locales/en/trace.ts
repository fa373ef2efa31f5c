/** The tab `Trace`; see ../en.ts. */
export const trace = {
  'trace.views': 'Views of Trace',
  'trace.view.restore': 'Restore',

  'trace.receipt.what':
    'Trace works for the owner of a receipt alone: the receipt says what was protected, and its key gives the filters. Both stay on this device.',
  'trace.receipt.none': 'No receipt yet.',
  'trace.receipt.choose': 'Choose a receipt…',
  'trace.receipt.input': 'Receipt to trace with',
  'trace.receipt.other': 'Choose another…',
  'trace.receipt.drop': 'or drop one here: a file that ends in .keyveil.json.',
  'trace.receipt.reopened': 'Use the receipt that is open under Protect',
  'trace.receipt.run': 'Use the receipt of the photos protected on this page',
  'trace.receipt.dataset': 'Receipt of “{{dataset}}”',
  'trace.receipt.holds_one': '{{n}} photo in {{labels}}.',
  'trace.receipt.holds_other': '{{n}} photos in {{labels}}.',
  'trace.receipt.close': 'Close',
  'trace.receipt.part': 'Receipt and key',
  'trace.receipt.trouble.not-a-receipt': '“{{name}}” is not a Keyveil receipt.',
  'trace.receipt.trouble.newer':
    '“{{name}}” was written by a newer Keyveil. Load the page anew and try again.',
  'trace.receipt.trouble.damaged': '“{{name}}” is a receipt, but part of it is missing or was changed.',
  'trace.receipt.trouble.unreadable': '“{{name}}” could not be read. It may have been moved or removed.',
  'trace.standing.no-receipt': 'Choose a receipt first.',
  'trace.standing.no-key': 'Now its private key: type it, or load a key file, in the field below the page.',
  'trace.standing.checking': 'Checking the key against the receipt…',
  'trace.standing.wrong-key':
    'This is not the key of this receipt. Check the private key; the dataset name is taken from the receipt.',
  'trace.standing.other-filters':
    'The key is the right one, but this receipt was changed after it was written: its labels or settings are not those that it vouches for. Use an unchanged copy.',
  'trace.standing.failed':
    'The key could not be worked out, perhaps for want of memory. Close other tabs and type it again.',
  'trace.standing.ok': 'The key is the right one, and the receipt is unchanged.',

  'trace.reading': 'Reading: {{read}} of {{found}} files',
  'trace.nothing': 'No photos were found in that.',

  'trace.restore.title': 'Get the photo back from its protected copy',
  'trace.restore.what':
    'With the key, protection can be undone: what comes out is close to the original, closer for PNG than for JPEG. Useful when an original is lost.',
  'trace.restore.secret':
    'This is also why key and filters file have to stay secret: whoever has either can do the same with every photo of the label. One unprotected copy is enough, too: held against its protected one, it gives the filter of its label away.',
  'trace.restore.add': 'Choose protected photos…',
  'trace.restore.input': 'Protected photos',
  'trace.restore.drop': 'or drop photos, a folder or a zip here.',
  'trace.restore.originals': 'Choose originals to compare…',
  'trace.restore.originalsInput': 'Originals to compare',
  'trace.restore.originals.n_one': '{{n}} original to compare with',
  'trace.restore.originals.n_other': '{{n}} originals to compare with',
  'trace.restore.originals.help': 'Optional: shows in numbers how close each photo came.',
  'trace.restore.photos_one': '{{n}} photo',
  'trace.restore.photos_other': '{{n}} photos',
  'trace.restore.run_one': 'Restore {{n}} photo',
  'trace.restore.run_other': 'Restore {{n}} photos',
  'trace.restore.clear': 'Clear the list',
  'trace.restore.progress': 'Restoring photos',
  'trace.percent': '{{n}}\u00a0% done',
  'trace.restore.full':
    'This many restored photos are as much as the browser can hold. Save them, clear the list, and add the rest again.',
  'trace.restore.list': 'Photos to restore',
  'trace.restore.save': 'Save',
  'trace.restore.saveOne': 'Save {{name}}',
  'trace.restore.saveAll_one': 'Save {{n}} photo as a zip',
  'trace.restore.saveAll_other': 'Save all {{n}} photos as a zip',
  'trace.restore.show': 'Look at {{name}}',
  'trace.restore.before': 'Protected',
  'trace.restore.after': 'Restored',
  'trace.restore.lookAt': 'Before and after: {{name}}',
  'trace.restore.state.waiting': 'Not restored yet',
  'trace.restore.state.done': 'Restored, label “{{label}}”',
  'trace.restore.state.unlisted': 'Restored as “{{label}}”; the receipt does not list this copy',
  'trace.restore.psnr': '{{before}} → {{after}}\u00a0dB',
  'trace.restore.psnr.what':
    'Likeness to the original (PSNR): {{before}}\u00a0dB protected, {{after}}\u00a0dB restored. From about 35\u00a0dB on, differences are hard to see.',
  'trace.restore.size': '{{width}} × {{height}}\u00a0px, restored in {{seconds}}\u00a0s',
  'trace.restore.label': 'Label of {{name}}',
  'trace.restore.label.choose': 'Choose its label…',
  'trace.restore.why.not-listed':
    'The receipt does not list this file: it was changed since, or comes from elsewhere. If you know its label, choose it.',
  'trace.restore.why.unknown-label': 'The receipt has no label “{{label}}”.',
  'trace.restore.why.other-size':
    'It is {{found}} px large, but was protected at {{expected}} px. A photo protected with the paper’s filter can only be undone at its own size.',
  'trace.restore.why.no-peak':
    'The receipt does not list this file. A photo protected with the paper’s filter can only be undone from the very file that it lists.',
  'trace.restore.why.worker-lost':
    'The browser ended the work on it, perhaps for want of memory. Close other tabs and try it alone.',
  'trace.restore.ended_one': '{{n}} photo restored.',
  'trace.restore.ended_other': '{{n}} photos restored.',
  'trace.restore.endedSome': '{{done}} of {{total}} photos restored; why not the rest is said beside each.',
} as const;
