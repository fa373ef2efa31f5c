/** The tab `Trace`; see ../en.ts. */
export const trace = {
  'trace.views': 'Views of Trace',
  'trace.view.own': 'Found photos',
  'trace.view.restore': 'Restore',

  'trace.receipt.what':
    'Trace works for the owner of a receipt alone: the receipt says what was protected, and its key gives the marks that each label’s photos carry. Both stay on this device.',
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
  'trace.receipt.trouble.not-a-receipt':
    '“{{name}}” is not a Keyveil receipt. Receipts end in .keyveil.json.',
  'trace.receipt.trouble.newer':
    '“{{name}}” was written by a newer Keyveil. Load the page anew and try again.',
  'trace.receipt.trouble.damaged':
    '“{{name}}” is a receipt, but part of it is missing or was changed. Use another copy of it.',
  'trace.receipt.trouble.unreadable':
    '“{{name}}” could not be read. It may have been moved or removed. Choose it anew.',
  'trace.standing.no-receipt': 'Choose a receipt first.',
  'trace.standing.no-key': 'Now its private key: type it, or load a key file, beside the receipt.',
  'trace.key.busy':
    'Photos are being protected with the key under Protect. It can be changed when they are done.',
  'trace.standing.checking': 'Checking the key against the receipt…',
  'trace.standing.wrong-key':
    'This is not the key of this receipt. Check the private key; the dataset name is taken from the receipt.',
  'trace.standing.other-filters':
    'The key is the right one, but this receipt was changed after it was written: its labels or settings are not those that it vouches for. Use an unchanged copy.',
  'trace.standing.failed':
    'The key could not be worked out, perhaps for want of memory. Close other tabs and type it again.',
  'trace.standing.ok': 'The key is the right one, and the receipt is unchanged.',

  'trace.reading': 'Reading: {{read}} of {{found}} files',
  'trace.nothing': 'No photos were found in that. Choose photos, or a folder or zip that holds some.',

  'trace.restore.title': 'Get the photo back from its protected copy',
  'trace.restore.what':
    'With the key, protection can be undone: what comes out is close to the original, closer for PNG than for JPEG. Useful when an original is lost.',
  'trace.restore.secret':
    'This is also why key and filters file have to stay secret: whoever has either can do the same with every photo of the label. One unprotected copy is enough, too: held against its protected one, it gives away what all photos of its label carry.',
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
  'trace.restore.why.unknown-label': 'The receipt has no label “{{label}}”. Choose one that it has.',
  'trace.restore.why.other-size':
    'It is {{found}} px large, but was protected at {{expected}} px. A photo protected with the paper’s filter can only be undone at its own size.',
  'trace.restore.why.no-peak':
    'The receipt does not list this file. A photo protected with the paper’s filter can only be undone from the very file that it lists.',
  'trace.restore.why.worker-lost':
    'The browser ended the work on it, perhaps for want of memory. Close other tabs and try it alone.',
  'trace.restore.ended_one': '{{n}} photo restored.',
  'trace.restore.ended_other': '{{n}} photos restored.',
  'trace.restore.endedSome': '{{done}} of {{total}} photos restored; why not the rest is said beside each.',

  'trace.own.title': 'Is this photo mine?',
  'trace.own.what':
    'You found photos somewhere and think that they are yours. This looks in each for the mark of your key, its waves of colour and its veil, and compares it with 999 keys that nobody has. One photo is often enough. Put several of one label into a folder, and they are tested together too, which is surer; surest are the originals at hand.',
  'trace.own.add': 'Choose found photos…',
  'trace.own.folder': 'Choose a folder…',
  'trace.own.input': 'Found photos',
  'trace.own.folderInput': 'Folder of found photos',
  'trace.own.drop': 'or drop photos, a folder or a zip here.',
  'trace.own.originals': 'Choose originals…',
  'trace.own.originalsInput': 'Originals of your photos',
  'trace.own.originalsFolder': 'Choose a folder of originals…',
  'trace.own.originalsFolderInput': 'Folder of originals',
  'trace.own.originals.n_one': '{{n}} original to look among.',
  'trace.own.originals.n_other': '{{n}} originals to look among.',
  'trace.own.originals.help':
    'Optional: with them, far weaker marks are found, those of the paper’s filter too.',
  'trace.own.others':
    'Also take originals that the receipt does not list, such as copies that were saved anew',
  'trace.own.run_one': 'Look at {{n}} photo',
  'trace.own.run_other': 'Look at {{n}} photos',
  'trace.own.progress': 'Looking for your mark',
  'trace.own.starting': 'Starting…',
  'trace.own.step.decoys': 'Drawing keys to compare with: {{done}} of {{total}}',
  'trace.own.step.originals': 'Looking at originals: {{done}} of {{total}}',
  'trace.own.step.photos': 'Looking for your mark: photo {{done}} of {{total}}',
  'trace.own.lost':
    'The search stopped: the browser ended its worker, perhaps for want of memory. Close other tabs, or try fewer photos at a time.',
  'trace.own.result': 'What was found',
  'trace.own.sum.none': 'No photo shows a strong sign of your mark.',
  'trace.own.sum_one':
    '{{n}} of {{total}} photos is recognised: by a strong sign of your mark, or as the very file that the receipt lists.',
  'trace.own.sum_other':
    '{{n}} of {{total}} photos are recognised: by a strong sign of your mark, or as the very files that the receipt lists.',
  'trace.own.byChance.rare':
    'Chance alone makes about one in a hundred photos of other people look like yours.',
  'trace.own.byChance_one':
    'Chance alone makes about one in a hundred photos of other people look like yours; of {{n}} photo, that is {{expected}}.',
  'trace.own.byChance_other':
    'Chance alone makes about one in a hundred photos of other people look like yours; of {{n}} photos, that is {{expected}}.',
  'trace.own.originalsUsed_one': '{{n}} original was looked among.',
  'trace.own.originalsUsed_other': '{{n}} originals were looked among.',
  'trace.own.originalsNone':
    'None of the originals could be used: the receipt lists none of these files. If they were saved anew since, take them all the same.',
  'trace.own.number': 'No.',
  'trace.own.photo': 'Photo',
  'trace.own.label': 'Label',
  'trace.own.p': 'p-value',
  'trace.own.meaning': 'What it means',
  'trace.own.sign.very-strong': 'Very strong sign of your mark',
  'trace.own.sign.strong': 'Strong sign of your mark',
  'trace.own.sign.weak': 'Weak sign: chance could do that',
  'trace.own.sign.none': 'No sign of your mark',
  'trace.own.original': 'Looks like one of your originals. {{sign}}',
  'trace.own.unfiltered': 'Looks like one of your originals, but without your mark: an unprotected copy',
  'trace.own.listed': 'The very file that the receipt lists, byte for byte',
  'trace.own.untested':
    'Cannot be told: too small, or protected with the paper’s filter and its original is not here',
  'trace.own.failed': 'Could not be read',
  'trace.own.spoke.cast':
    'Its waves of colour speak (p\u00a0=\u00a0{{cast}}); its veil alone says nothing clear (p\u00a0=\u00a0{{filter}}).',
  'trace.own.spoke.filter':
    'Its veil speaks (p\u00a0=\u00a0{{filter}}); its waves of colour alone say nothing clear (p\u00a0=\u00a0{{cast}}).',
  'trace.own.spoke.both':
    'Both speak: its waves of colour (p\u00a0=\u00a0{{cast}}) and its veil (p\u00a0=\u00a0{{filter}}).',
  'trace.own.spoke.together':
    'Neither its waves of colour (p\u00a0=\u00a0{{cast}}) nor its veil (p\u00a0=\u00a0{{filter}}) is a sign alone; together they are.',
  'trace.own.groups': 'Folders',
  'trace.own.groups.what': 'Photos of one folder, tested together as if all of them had one label.',
  'trace.own.group_one': '“{{folder}}”, {{n}} photo together:',
  'trace.own.group_other': '“{{folder}}”, {{n}} photos together:',
  'trace.own.group.p': ', p\u00a0=\u00a0{{p}}',
  'trace.own.group.label': ' ({{label}}), p\u00a0=\u00a0{{p}}',
  'trace.own.limit.p':
    'The p-value says how often a photo that has nothing to do with your key would look this much like yours: 0.001 is one in a thousand, the least that can be told here.',
  'trace.own.limit.none':
    'No sign does not mean that a photo is not yours. Small, cropped and strongly compressed copies can lose the mark.',
  'trace.own.limit.who':
    'A sign shows that a photo was protected with your key, not who took it or who put it where it was found. Whoever has the key or the filters file can make such photos too.',
  'trace.own.save.html': 'Save report',
  'trace.own.save.json': 'Save as JSON',
  'trace.own.save.what': 'Reports number the photos and name no file.',
} as const;
