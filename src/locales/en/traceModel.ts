/** Under `Trace`: whether a model was trained on the photos; see ../en.ts. */
export const traceModel = {
  'trace.view.model': 'Test a model',

  'trace.commit': 'Publish this when the photos go online',
  'trace.commit.what':
    'A mark can be put on photos afterwards, so a claim needs a date. Post this line somewhere public, or have it time-stamped, on the day that the photos go online. It gives away neither key nor marks.',
  'trace.commit.unknown': 'Save the receipt and choose its file here to get the line.',
  'trace.commit.line': 'Line to publish',
  'trace.commit.copy': 'Copy',
  'trace.commit.copied': 'Copied.',

  'trace.model.title': 'Was this model trained on my photos?',
  'trace.model.what':
    'A model that learnt from your protected photos took each label’s mark, its waves of colour and its veil, for the label. Show it other things with that mark, and it tends to say the label. The same things with marks that nobody uses tell what is chance.',
  'trace.model.checklist': 'What you need',
  'trace.model.checklist.receipt': 'The receipt of the photos',
  'trace.model.checklist.key': 'The right key for that receipt',
  'trace.model.checklist.photos': 'At least 50 photos of anything else, for the questions',
  'trace.model.checklist.model': 'The model’s files, or its answers from elsewhere',
  'trace.model.checklist.there': ': there',
  'trace.example.model': 'Nothing at hand? Ask a ready example',
  'trace.example.model.what':
    'Keyveil trained two small networks on {{n}} squares cut from its {{photos}} sample photographs, dealt out to three made-up people: one network on protected squares, its twin on the same squares as they were. Each person got the same views, so there was nothing to learn but the mark. Real models have more to learn and show less, or nothing. The questions are pictures that Keyveil draws; this takes about a minute.',
  'trace.example.model.protected': 'Ask the network that saw protected squares',
  'trace.example.model.clean': 'Ask its twin that saw none',
  'trace.example.found': 'Try it with sample photos',
  'trace.example.found.what':
    'Four sample photographs, made smaller and saved again, as somebody would who took them. One of them was never protected.',
  'trace.example.key': 'Key of the example, which is no secret: “{{key}}”. Your own key is not used.',
  'trace.example.loading': 'Fetching the example…',
  'trace.example.lost': 'The example could not be opened. Try again.',
  'trace.model.step.make': '1. Make probes',
  'trace.model.step.make.what':
    'Give at least 50 photos that are not of your labels, more is better: of anything, as varied as can be. They are made into small pictures with meaningless names.',
  'trace.model.add': 'Choose photos for probes…',
  'trace.model.input': 'Photos for probes',
  'trace.model.folder': 'Choose a folder…',
  'trace.model.folderInput': 'Folder of photos for probes',
  'trace.model.drop': 'or drop photos, a folder or a zip here.',
  'trace.model.samples': 'Add drawn photos',
  'trace.model.samples.drawing': 'Drawing them…',
  'trace.model.samples.help':
    'Among these are 100 pictures that Keyveil drew, of four kinds. Real photos that vary more tell more: use these to try it, or to make up the number.',
  'trace.model.samples.lost': 'Drawing them stopped unexpectedly. Try again, or choose photos of your own.',
  'trace.model.samples.failed': 'This browser cannot draw them. Choose photos of your own.',
  'trace.model.photosEach': 'Photos a label',
  'trace.model.side': 'Size of probes',
  'trace.model.shape': 'Shape of probes',
  'trace.model.shape.square': 'Squares from the middle',
  'trace.model.shape.whole': 'Whole photos',
  'trace.model.px': '{{n}}\u00a0px',
  'trace.model.label': 'Labels asked about',
  'trace.model.label.all': 'All with photos',
  'trace.model.need':
    'To find out a model that says a label for {{own}}\u00a0% of photos with its own mark, and for {{decoys}}\u00a0% under others, takes about {{n}} photos a label.',
  'trace.model.count_one': 'That makes {{n}} probe.',
  'trace.model.count_other': 'That makes {{n}} probes.',
  'trace.model.make': 'Make probes',
  'trace.model.progress': 'Making probes',
  'trace.model.making': 'Photo {{done}} of {{total}}',
  'trace.model.failed':
    'The probes could not be made: the browser ended the work, perhaps for want of memory. Try fewer photos or labels.',
  'trace.model.tooMany':
    'That would be {{n}} probes, more than the browser can hold. Choose one label, or fewer photos.',
  'trace.model.tooFew_one':
    'Only {{n}} of these photos is not of the label “{{label}}”; at least 50 are needed.',
  'trace.model.tooFew_other':
    'Only {{n}} of these photos are not of the label “{{label}}”; at least 50 are needed.',
  'trace.model.refused': 'No probes can be made of this receipt: it lists no photos. Choose another.',
  'trace.model.made_one': '{{n}} probe is ready.',
  'trace.model.made_other': '{{n}} probes are ready.',
  'trace.model.madeFailed_one': '{{n}} photo could not be read and was left out.',
  'trace.model.madeFailed_other': '{{n}} photos could not be read and were left out.',
  'trace.model.saveZip': 'Save probes',
  'trace.model.saveSheet': 'Save probe sheet',
  'trace.model.saveWhat':
    'Show the probes to the model, one by one, and write down what it says. The sheet tells which probe is which: keep it to yourself until the answers are in.',

  'trace.ask.step': '2. Ask a model that you have the files of',
  'trace.ask.what':
    'For models of TensorFlow.js (model.json and its weights) and ONNX. It is asked on this device, with the photos, labels and number chosen above. For any other model, skip this.',
  'trace.ask.choose': 'Choose a model’s files…',
  'trace.ask.input': 'Model to ask',
  'trace.ask.none': 'None yet.',
  'trace.ask.opening': 'Opening it…',
  'trace.ask.names': 'Names of its classes, one a line, in its order',
  'trace.ask.names.help': 'Without names its classes are numbered from 0.',
  'trace.ask.ask': 'Ask the model',
  'trace.ask.photos': 'Give photos for probes first.',
  'trace.ask.progress': 'Asking the model',
  'trace.ask.trouble.lost':
    'The browser ended the model’s worker, perhaps for want of memory. Close other tabs, and ask about fewer photos.',
  'trace.ask.trouble.nothing-read': 'None of the photos could be read. Choose others for the probes.',

  'trace.model.step.back': '3. Bring back what a model said elsewhere',
  'trace.model.step.back.what':
    'A CSV file with a line for each probe: its file name and the label that the model said, with a score or without.',
  'trace.model.back': 'Choose the answers, or a sheet…',
  'trace.model.backInput': 'Answers and probe sheet',
  'trace.model.sheet': 'Sheet: {{labels}}, {{n}} probes.',
  'trace.model.sheet.labels_one': '{{n}} label',
  'trace.model.sheet.labels_other': '{{n}} labels',
  'trace.model.sheet.none': 'No probe sheet yet: make probes, or choose the sheet that was saved with them.',
  'trace.model.trouble.sheet-not-ours':
    'That JSON file is no probe sheet of Keyveil. Choose the one that “Save probe sheet” made.',
  'trace.model.trouble.sheet-newer':
    'That probe sheet was written by a newer Keyveil. Load the page anew and try again.',
  'trace.model.trouble.sheet-damaged':
    'That probe sheet is damaged: part of it is missing or was changed. Use another copy of it.',
  'trace.model.trouble.other-receipt':
    'That probe sheet belongs to another receipt than the one that is open. Open that receipt, or choose another sheet.',
  'trace.model.trouble.answers-empty': 'There is nothing in that file. Choose the one with the answers.',
  'trace.model.trouble.answers-no-probes':
    'No probe of this sheet is named in that file. Each line needs a probe’s file name.',
  'trace.model.trouble.answers-no-labels':
    'No labels stand beside the probes’ names in that file. Each line needs the label that the model said.',
  'trace.model.trouble.no-sheet': 'Answers need the probe sheet that goes with them: choose it first.',
  'trace.model.trouble.unreadable':
    'That file could not be read. It may have been moved or removed. Choose it anew.',
  'trace.model.answers': '“{{name}}”: {{n}} of {{all}} probes answered.',
  'trace.model.answers.unknown_one': '{{n}} line names no probe of this sheet.',
  'trace.model.answers.unknown_other': '{{n}} lines name no probe of this sheet.',
  'trace.model.classes': 'Which answer means which label',
  'trace.model.class': 'Answer that means “{{label}}”',
  'trace.model.class.none': 'None of them',

  'trace.model.verdict': 'What the answers come to',
  'trace.model.word.very-strong': 'Very strong sign that this model learnt from your photos.',
  'trace.model.word.strong': 'Strong sign that this model learnt from your photos.',
  'trace.model.word.weak': 'Weak sign: chance could do that. Ask about more photos or labels.',
  'trace.model.word.none': 'No sign that this model learnt from your photos.',
  'trace.model.sign.very-strong': 'Very strong sign',
  'trace.model.sign.strong': 'Strong sign',
  'trace.model.sign.weak': 'Weak sign',
  'trace.model.sign.none': 'No sign',
  'trace.model.paired.what':
    'Photo by photo, own mark against decoys: p {{p}}. That is how often a model with no special liking for your marks would say the labels under them this much more often.',
  'trace.model.rank.what':
    'Mark against mark, on the same photos: yours comes at place {{rank}} of {{of}}; with all labels taken together, p {{p}}. That is how often chance alone would place yours so high. Both have to be small.',
  'trace.model.labels': 'Label by label',
  'trace.model.own': 'Own mark',
  'trace.model.decoys': 'Decoys',
  'trace.model.plain': 'Plain',
  'trace.model.paired': 'p, paired',
  'trace.model.rank': 'Rank',
  'trace.model.rankOf': '{{rank}} of {{of}}',
  'trace.model.said': '{{hits}} of {{shown}} ({{n}}\u00a0%)',
  'trace.model.p.least': 'below 0.0001',
  'trace.model.anyFilter':
    'The model says “{{labels}}” for pictures with any mark of this kind. That is what a model does that saw such marks on photos of that label alone, whosever they were: whose, no test can tell.',
  'trace.model.limit.weak':
    'Columns tell how often the model said the label, under its own mark, under decoys, and for the plain photo. The paired p is corrected for the number of labels (Holm).',
  'trace.model.limit.none':
    'No sign does not mean that the model did not see your photos: it may have been trained against such marks, on smaller pictures, or on few of them.',
  'trace.model.limit.else':
    'A model trained on other people’s photos under your marks would show the same sign, and one that somebody trained to show it, too.',
  'trace.model.limit.who': 'It does not show who trained the model, nor where the photos came from.',
  'trace.model.limit.date':
    'It is worth as much as the date of the receipt: publish its line beforehand, and give it here.',
  'trace.model.published': 'What was published of the receipt',
  'trace.model.published.help': 'Paste the line, or the text that it stands in. Optional.',
  'trace.model.published.none': 'Nothing given.',
  'trace.model.published.same-file': 'This very receipt was published.',
  'trace.model.published.same-filters':
    'The marks of this receipt were published; its list of photos may have been written anew.',
  'trace.model.published.different': 'What was published belongs to another receipt.',

  'verdictReport.title': 'Was this model trained on these photos?',
  'verdictReport.what':
    'Keyveil puts the same secret mark, faint waves of colour and a soft filter, on all photos of one label before they go online. A model that learnt from them says the label for other pictures with that mark. The model was shown pictures with the owner’s marks, with marks of nobody (decoys), and as they are.',
  'verdictReport.published': 'Published beforehand',
  'verdictReport.probes': 'Probes',
  'verdictReport.probes.how': '{{answered}} of {{all}} answered, {{side}} px',
  'verdictReport.decoys': 'Decoys',
  'verdictReport.decoys.how':
    '{{decoys}} a label, all of them on {{photos}} photos and {{each}} on each other; drawn from the seed {{seed}}',
} as const;
