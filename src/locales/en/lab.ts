/** The training lab, under `Prove`; see ../later.ts. */
export const lab = {
  'prove.view.lab': 'Training lab',

  'lab.title': 'Train a model on your own photos',
  'lab.what':
    'This trains two models here, in your browser: one on your photos as they are, one on the same photos protected. Then it asks both about photos that neither has seen and that are not protected. If protection works, the second one fails there.',
  'lab.train': 'Train now',
  'lab.trainMore': 'Train again',
  'lab.added_one': '{{n}} run added to the queue.',
  'lab.added_other': '{{n}} runs added to the queue.',
  'lab.estimate': '{{runs}} on this machine: {{time}}.',
  'lab.estimate.runs_one': '{{n}} model',
  'lab.estimate.runs_other': '{{n}} models',
  'lab.need.photos':
    'There is nothing to train on yet: add photos with labels under Protect, or choose a set here.',
  'lab.need.key':
    'Type or make a private key first: without it there are no filters, so there is nothing to compare.',
  'lab.need.deriving': 'The key is being worked out…',
  'lab.need.labels_one':
    'Training needs two labels with three photos each, so that a model can learn from some and be tested on others. {{n}} label has enough.',
  'lab.need.labels_other':
    'Training needs two labels with three photos each, so that a model can learn from some and be tested on others. {{n}} labels have enough.',
  'lab.few_one':
    '{{n}} label has fewer than 50 photos. A model learns little from so few, and they are protected less.',
  'lab.few_other':
    '{{n}} labels have fewer than 50 photos. A model learns little from so few, and they are protected less.',

  'lab.settings': 'More settings',
  'lab.settings.reset': 'Back to the usual settings',
  'lab.group.pictures': 'Pictures',
  'lab.group.protection': 'Protection',
  'lab.group.training': 'Training',
  'lab.side': 'Training size',
  'lab.side.option': '{{n}}\u00a0px',
  'lab.side.help':
    'Photos are shrunk to squares of so many pixels. Twice the size takes about four times as long.',
  'lab.protectedAt': 'Protected',
  'lab.protectedAt.small': 'In small',
  'lab.protectedAt.real': 'With the real settings',
  'lab.protectedAt.help.small':
    'Photos are shrunk first and then protected, with a veil as large as the training size: the same experiment in small, which is quick.',
  'lab.protectedAt.help.smallCuda':
    'Photos are shrunk first and then protected with the filter chosen below, as the paper does.',
  'lab.protectedAt.help.smallCast':
    'Photos are shrunk first and then given their cast: the same experiment in small, which is quick.',
  'lab.protectedAt.help.real':
    'Photos are protected as they are, with the veil size of {{size}} px chosen below, and then shrunk, as a trainer would find them. At sizes below the veil size protection is not meant to hold.',
  'lab.protectedAt.help.realCast':
    'Photos are given their cast as they are and then shrunk, as a trainer would find them. Its waves stay at every size.',
  'lab.protectedAt.help.realCuda':
    'Photos are protected as they are, with the filter chosen below, and then shrunk, as a trainer would find them. Shrinking undoes much of the paper’s filter.',
  'lab.holdOut': 'Kept for testing, %',
  'lab.holdOut.help': 'Of each label. These photos are never protected and no model learns from them.',
  'lab.most': 'Photos of a label, at most',
  'lab.most.help': 'Drawn at random where there are more. Fewer is quicker, more is surer.',
  'lab.share': 'Share of photos protected, %',
  'lab.share.help':
    'The rest of a label’s photos stays clean, as when some of them are already online. A few clean ones undo much.',
  'lab.only': 'Only some labels',
  'lab.only.help': 'For example your own among other people’s. The others stay clean.',
  'lab.only.labels': 'Labels that are protected',
  'lab.common': 'Also train with one common filter for all labels',
  'lab.common.help':
    'A control: the photos are as blurred as the protected ones, but the filter no longer tells labels apart, so a model should learn well.',
  'lab.model': 'Model',
  'lab.model.small-cnn': 'Small CNN',
  'lab.model.resnet-18': 'ResNet-18',
  'lab.model.vgg-16': 'VGG-16',
  'lab.model.mobilenet-v2': 'MobileNetV2',
  'lab.model.help.small-cnn':
    'Six convolutions, about 145,000 weights. Quick everywhere, and the one that Keyveil was measured with.',
  'lab.model.help.resnet-18':
    '11 million weights, in its form for small pictures. What research papers mostly use.',
  'lab.model.help.vgg-16': '15 million weights in one long row. Older, and slow to start learning.',
  'lab.model.help.mobilenet-v2': '2 million weights, made for phones. Little arithmetic, but many layers.',
  'lab.model.noGpu':
    'Meant for a GPU, and none was found that can train. On this machine it would take {{time}}.',
  'lab.model.noGpuUnknown': 'Meant for a GPU. On a processor it can take hours.',
  'lab.regime': 'How it is trained',
  'lab.regime.plain': 'Plain training',
  'lab.regime.mixup': 'Mixup',
  'lab.regime.cutout': 'Cutout',
  'lab.regime.cutmix': 'CutMix',
  'lab.regime.blur': 'Gaussian blur',
  'lab.regime.grayscale': 'Grey pictures',
  'lab.regime.jpeg': 'JPEG compression',
  'lab.regime.adversarial': 'Adversarial training',
  'lab.regime.fine-tuning': 'Fine-tuning a clean model',
  'lab.regime.rsk-ff': 'Sharpening + low-pass (RSK+FF)',
  'lab.regime.coin': 'Pixel warping (COIN)',
  'lab.regime.orthogonal-projection': 'Orthogonal projection (OP)',
  'lab.regime.class-mean': 'Minus each label’s mean',
  'lab.regime.high-pass': 'Slow waves taken off (high-pass)',
  'lab.regime.ueraser': 'Adversarial augmentation (UEraser)',
  'lab.regime.resized-crop': 'Resized crops, colours changed',
  'lab.regime.help.plain': 'Pictures are cropped and mirrored at random, as everybody does.',
  'lab.regime.help.mixup':
    'Learns from pairs of pictures laid over each other, with both labels by their share.',
  'lab.regime.help.cutout': 'A grey square covers part of each picture, at random.',
  'lab.regime.help.cutmix':
    'A piece of one picture is put into another, and the label is shared out by area.',
  'lab.regime.help.blur': 'Pictures are blurred before training, in the hope that a filter is lost in it.',
  'lab.regime.help.grayscale': 'Colours are taken out before training.',
  'lab.regime.help.jpeg':
    'Pictures are compressed hard before training, in the hope that a filter is lost in it.',
  'lab.regime.help.adversarial':
    'Each picture is changed a little so that the model errs most, and learnt from so. The classic counter-measure; takes several times as long.',
  'lab.regime.help.fine-tuning':
    'The model has first learnt from some of the photos without protection, and goes on with the rest.',
  'lab.regime.help.rsk-ff':
    'A published counter-measure: each picture is sharpened by a random filter, and fine detail is cut off.',
  'lab.regime.help.coin': 'A published counter-measure: pixels are moved about at random.',
  'lab.regime.help.orthogonal-projection':
    'A published counter-measure: all by which a simple rule could tell labels is taken off every picture first.',
  'lab.regime.help.class-mean':
    'The mean of a label’s pictures is taken off each of them. It finds whatever they all carry.',
  'lab.regime.help.high-pass':
    'Brightness and colour that change slowly across a picture are taken off, also in the test. That is where casts are.',
  'lab.regime.help.ueraser':
    'A published counter-measure: each picture gets clouds of light, contrast and other colours, and the hardest of several tries is learnt. Takes several times as long.',
  'lab.regime.help.resized-crop':
    'What most programs do to photos: crops of any size, mirrored, with brightness, contrast and saturation changed.',
  'lab.regime.alpha': 'Alpha of the Beta distribution',
  'lab.regime.alpha.help':
    'How evenly two pictures are mixed: 1 gives any share alike, small numbers mostly keep one of the two.',
  'lab.regime.cutoutShare': 'Side of the square, % of the picture',
  'lab.regime.sigma': 'Width of the blur (sigma), px',
  'lab.regime.sigma.help': 'The wider, the more fine detail is lost.',
  'lab.regime.quality': 'JPEG quality',
  'lab.regime.norm': 'Measured by',
  'lab.regime.norm.linf': 'Largest change (L∞)',
  'lab.regime.norm.l2': 'Length (L2)',
  'lab.regime.radius': 'Radius, in pixel values from 0 to 1',
  'lab.regime.radius.help':
    'How far a picture may be changed. As largest change, 0.016 is 4 of 255 steps of brightness.',
  'lab.regime.steps': 'Steps',
  'lab.regime.steps.help':
    'How often the change is improved for each picture. Each step costs as much as learning.',
  'lab.regime.fineTuningShare': 'Photos learnt from before, %',
  'lab.regime.fineTuningEpochs': 'Epochs before',
  'lab.regime.frozen': 'Only the last layer goes on learning',
  'lab.regime.reach': 'Farthest shift, px',
  'lab.regime.reach.help':
    'How far a pixel may be moved in a picture of 32 pixels; in larger ones as much farther.',
  'lab.regime.opEpochs': 'Epochs of the simple rule',
  'lab.regime.opRate': 'Its learning rate',
  'lab.regime.frequencies': 'Waves taken off, half cycles',
  'lab.regime.frequencies.help': 'Waves slower than this go. Casts are made of waves below 4.',
  'lab.regime.repeats': 'Tries a picture',
  'lab.regime.repeats.help': 'The one on which the model errs most is learnt.',
  'lab.regime.scale': 'Smallest crop, % of the area',
  'lab.regime.jitter': 'Greatest change of colours, %',
  'lab.epochs': 'Epochs',
  'lab.epochs.help': 'How often the model goes through all training photos.',
  'lab.batch': 'Batch',
  'lab.batch.help': 'Photos looked at before each small correction.',
  'lab.rate': 'Learning rate',
  'lab.rate.help': 'How large each correction is. Too large, and training fails.',
  'lab.seed': 'Seed',
  'lab.seed.help':
    'Everything left to chance follows from it: on the same machine, the same seed gives the same result.',

  'lab.range': '{{low}}–{{high}}\u00a0%',
  'lab.sure': '95\u00a0% sure: {{range}}',
  'lab.sure.all': 'With so many test photos the true figure lies here, 19 times of 20: {{all}}.',
  'lab.spread': '{{n}}\u00a0±\u00a0{{spread}}\u00a0% over {{seeds}} seeds',
  'lab.spread.short': '{{n}}\u00a0±\u00a0{{spread}}\u00a0%',
  'lab.fewTests': 'Only {{n}} test photos: from fewer than 100 little can be told.',
  'lab.tested.small': 'a miniature',
  'lab.tested.real': 'your settings at full size',
  'lab.other.real': 'Test your own settings at full size, too',
  'lab.other.small': 'Test the miniature, too',
  'lab.repeats': 'Repeats',
  'lab.repeats.help':
    'Trains each model so often, with seeds 1, 2, …, and says how far the results lie apart.',
  'lab.seed.of': 'seed {{seed}}',
  'lab.table.run': 'Run the whole table',
  'lab.table.about':
    'Clean photos, Light, Standard and Strong against ten ways to train. It can be stopped and goes on later.',
  'lab.table.aboutTime':
    'Clean photos, Light, Standard and Strong against ten ways to train: {{time}}. It can be stopped and goes on later.',
  'lab.table.added': 'The table was added to the queue.',
  'lab.table.title': 'Table {{n}}',
  'lab.table.progress': 'The whole table',
  'lab.table.done': '{{done}} of {{of}} cells done',
  'lab.table.goOn': 'Go on with the table',
  'lab.table.cells': 'Cells of the table',
  'lab.table.what':
    'How often a network trained so is right on clean test photos; the lower, the better the protection. Behind it, where that may lie for other photos.',
  'lab.table.seeds_one': '{{n}} seed',
  'lab.table.seeds_other': '{{n}} seeds',
  'lab.table.none': '–',
  'lab.table.worst': 'Worst counter-measure',
  'lab.table.mean': 'Mean of the counter-measures',
  'lab.table.notRun':
    'Not in the table: purification by diffusion models, which needs a trained one, and adversarial training, which takes ten times as long.',
  'lab.table.left': '{{column}} {{value}}',
  'lab.table.verdict.plain':
    'Trained plainly, a network is right on {{clean}} of clean test photos without protection; under protection: {{left}}.',
  'lab.table.verdict.plainAlone':
    'Trained plainly, a network is right on clean test photos under protection: {{left}}.',
  'lab.table.verdict.worst': 'Whoever fights back gets, at most: {{left}}.',
  'lab.column.clean': 'Clean',
  'lab.column.light': 'Light',
  'lab.column.standard': 'Standard',
  'lab.column.strong': 'Strong',
  'lab.series.castVeil': 'Cast of level {{level}}, veil of {{size}}\u00a0px at strength {{strength}}',

  'lab.queue': 'Queue',
  'lab.pauseAll': 'Pause all',
  'lab.resumeAll': 'Resume all',
  'lab.stopAll': 'Stop all',
  'lab.removeEnded': 'Remove what has ended',
  'lab.held': 'Everything is paused.',
  'lab.going_one': '{{n}} run goes on',
  'lab.going_other': '{{n}} runs go on',
  'lab.waiting_one': '{{n}} waits',
  'lab.waiting_other': '{{n}} wait',
  'lab.allEnded': 'All runs have ended.',
  'lab.series': 'Experiment {{n}}',
  'lab.series.title': '{{model}} · {{regime}} · {{side}}\u00a0px',
  'lab.series.numbers': '{{epochs}} · batch {{batch}} · learning rate {{rate}} · seed “{{seed}}”',
  'lab.series.epochs_one': '{{n}} epoch',
  'lab.series.epochs_other': '{{n}} epochs',
  'lab.series.small': 'Veil of {{side}}\u00a0px, strength {{strength}}, on photos shrunk to {{side}}\u00a0px',
  'lab.series.real': 'Veil of {{size}}\u00a0px, strength {{strength}}, on the photos as they are',
  'lab.series.cast': 'Cast of level {{level}}, no veil',
  'lab.series.cuda': 'CUDA filter of {{size}}×{{size}}, p_b {{strength}}',
  'lab.series.photos': '{{train}} to learn from, {{test}} to test on, {{labels}}',
  'lab.series.share': '{{n}}\u00a0% of the photos protected',
  'lab.series.only': 'protected: {{names}}',
  'lab.series.left': 'Left out, with too few photos: {{names}}.',
  'lab.series.beyondMemory_one':
    '{{n}} photo was left out: there is no memory for more at this training size.',
  'lab.series.beyondMemory_other':
    '{{n}} photos were left out: there is no memory for more at this training size.',
  'lab.series.failed_one': '{{n}} photo could not be read.',
  'lab.series.failed_other': '{{n}} photos could not be read.',
  'lab.photos_one': '{{n}} photo',
  'lab.photos_other': '{{n}} photos',
  'lab.labels_one': '{{n}} label',
  'lab.labels_other': '{{n}} labels',
  'lab.show': 'Show {{name}}',

  'lab.kind.clean': 'Clean photos',
  'lab.kind.protected': 'Protected photos',
  'lab.kind.common': 'One common filter',
  'lab.kind.short.clean': 'Clean',
  'lab.kind.short.protected': 'Protected',
  'lab.kind.short.common': 'Common filter',
  'lab.state.waiting': 'Waiting',
  'lab.state.starting': 'Starting…',
  'lab.state.measuring': 'Measuring how fast this machine trains…',
  'lab.state.pictures': 'Making pictures: {{done}} of {{total}}',
  'lab.state.picturesStart': 'Making pictures…',
  'lab.state.pretraining': 'Learning from clean photos first: {{percent}}\u00a0%',
  'lab.state.training': 'Epoch {{epoch}} of {{epochs}}',
  'lab.state.testing': 'Testing…',
  'lab.state.left': '{{time}} left',
  'lab.state.paused': 'Paused at epoch {{epoch}} of {{epochs}}',
  'lab.state.stopping': 'Stopping…',
  'lab.state.done': 'Right on {{accuracy}}\u00a0% of clean photos',
  'lab.state.stopped': 'Stopped',
  'lab.state.stoppedAfter_one': 'Stopped after {{n}} epoch',
  'lab.state.stoppedAfter_other': 'Stopped after {{n}} epochs',
  'lab.failed.diverged':
    'Training went astray in epoch {{epoch}}: the error grew beyond all bounds. A smaller learning rate helps.',
  'lab.failed.out-of-memory':
    'There was not enough memory. A smaller batch, training size or model needs less.',
  'lab.failed.worker-lost':
    'The browser ended the part that trains, perhaps for want of memory. Nothing else is harmed; you can train again.',
  'lab.failed.too-few_one': '{{n}} photo could not be read, and too few are left of {{labels}}.',
  'lab.failed.too-few_other': '{{n}} photos could not be read, and too few are left of {{labels}}.',
  'lab.failed.pictures-lost':
    'The browser ended the part that makes the pictures, perhaps for want of memory. Nothing else is harmed; you can train again.',
  'lab.failed.no-key':
    'The private key was taken away or changed before the pictures were made. Type it and train again.',
  'lab.progress': 'Training on {{kind}}',
  'lab.pause': 'Pause {{run}}',
  'lab.pause.short': 'Pause',
  'lab.resume': 'Resume {{run}}',
  'lab.resume.short': 'Resume',
  'lab.stop': 'Stop {{run}}',
  'lab.stop.short': 'Stop',
  'lab.remove': 'Remove {{run}}',
  'lab.remove.short': 'Remove',

  'lab.time.seconds_one': 'about {{n}} second',
  'lab.time.seconds_other': 'about {{n}} seconds',
  'lab.time.minutes_one': 'about {{n}} minute',
  'lab.time.minutes_other': 'about {{n}} minutes',
  'lab.time.hours_one': 'about {{n}} hour',
  'lab.time.hours_other': 'about {{n}} hours',
  'lab.time.days': 'more than a day',

  'lab.curve.test': 'Right on clean test photos',
  'lab.curve.train': 'Right on the photos learnt from',
  'lab.curve.loss': 'Loss: how wrong the model is while it learns',
  'lab.curve.chance': 'Chance, {{n}}\u00a0%',
  'lab.curve.epoch': 'Epoch',
  'lab.curve.said': '{{name}}. {{runs}}',
  'lab.curve.run': '{{kind}}: {{value}} after {{epochs}}',
  'lab.curve.nothing': 'nothing yet',
  'lab.curve.table': 'The curves as a table',
  'lab.column.loss': '{{kind}}: loss',
  'lab.column.train': '{{kind}}: right in training',
  'lab.column.test': '{{kind}}: right on clean test photos',
  'lab.percent': '{{n}}\u00a0%',

  'lab.verdict.strong':
    'A model trained on your protected photos is right on clean ones {{protected}}\u00a0% of the time; trained on the clean photos, {{clean}}\u00a0%; chance is {{chance}}\u00a0%.',
  'lab.verdict.part':
    'Protection took away part only: a model trained on your protected photos is right on clean ones {{protected}}\u00a0% of the time; trained on the clean photos, {{clean}}\u00a0%; chance is {{chance}}\u00a0%.',
  'lab.verdict.none':
    'Protection did not hold here: a model trained on your protected photos is right on clean ones {{protected}}\u00a0% of the time; trained on the clean photos, {{clean}}\u00a0%; chance is {{chance}}\u00a0%.',
  'lab.verdict.unlearnt':
    'This tells nothing yet: from the clean photos, too, the model learnt no more than luck might explain ({{clean}}\u00a0% right, chance is {{chance}}\u00a0%; from the protected ones {{protected}}\u00a0%). More photos or more epochs are needed.',
  'lab.verdict.only':
    'Of clean photos of {{names}}, a model trained with these protected calls {{protected}}\u00a0% right; trained on clean photos alone, {{clean}}\u00a0%.',
  'lab.verdict.share': 'Only {{n}}\u00a0% of the photos were protected.',
  'lab.verdict.one.clean':
    'A model trained on the clean photos is right {{value}}\u00a0% of the time; chance is {{chance}}\u00a0%.',
  'lab.verdict.one.protected':
    'A model trained on your protected photos is right on clean ones {{value}}\u00a0% of the time; chance is {{chance}}\u00a0%.',
  'lab.verdict.one.common':
    'A model trained with one common filter for all labels is right on clean photos {{value}}\u00a0% of the time; chance is {{chance}}\u00a0%.',
  'lab.verdict.common.well':
    'With one common filter for all labels it is {{common}}\u00a0%: the blur does little, the difference between the filters protects.',
  'lab.verdict.common.badly':
    'With one common filter for all labels it is {{common}}\u00a0%: part of the loss comes from the blur itself.',
  'lab.verdict.common.plain': 'With one common filter for all labels it is {{common}}\u00a0%.',
  'lab.ended': 'Training ended. {{verdict}}',
  'lab.runEnded': '{{kind}}: {{state}}.',
  'lab.endedBadly': 'Training ended. {{state}}',
  'lab.stale':
    'Photos, labels, key or protection have changed since. These results are of what there was then; train again for the present.',

  'lab.limit':
    'A small experiment on few photos: one run is right to about 4 points, other models and other photos come out differently, and nothing here is a guarantee. Labels of fewer than 50 photos protect less when a model is trained on them alone.',
  'lab.backend':
    'Trained with {{backend}}, the fastest of those tried here. One step of the small CNN took: {{trials}}.',
  'lab.backend.only':
    'Trained with {{backend}}, the only one that can train here. {{trials}} for a step of the small CNN.',
  'lab.backend.unmeasured': 'Trained with {{backend}}.',
  'lab.backend.trial': '{{backend}} {{ms}}\u00a0ms',
  'lab.backend.cannot': '{{backend}} cannot train here',
  'lab.backend.wasm': 'WebAssembly',
  'lab.backend.cpu': 'plain JavaScript',
  'lab.backend.webgl': 'WebGL',
  'lab.backend.webgpu': 'WebGPU',

  'lab.recall': 'Right, label by label',
  'lab.recall.what': 'Of each label’s clean test photos, how many the model calls right.',
  'lab.recall.table': 'Label by label as a table',
  'lab.label': 'Label',
  'lab.tests': 'Test photos',
  'lab.controls': 'Does the model look at the photo or at the filter?',
  'lab.controls.which': 'Model trained on',
  'lab.control.own': 'Clean test photos, given their own label’s filter: {{n}}\u00a0% right.',
  'lab.control.other':
    'The same photos, given another label’s filter: {{n}}\u00a0% right, and {{taken}}\u00a0% called by the label whose filter it is.',
  'lab.control.means.reads':
    'The model reads the filter and takes little notice of what is in the photo. That is what protects.',
  'lab.control.means.mixed': 'The model goes by the filter in part, and by the photo in part.',
  'lab.control.means.unlearnt': 'The model has learnt too little to tell.',
  'lab.control.means.photo': 'The model goes by the photo, not by the filter.',
  'lab.confusion': 'What it says',
  'lab.confusion.what':
    'Rows: the right label. Columns: what the model says about clean test photos. Numbers are photos; a frame marks right answers.',
  'lab.confusion.right': 'Right label',
  'lab.model.parameters': '{{model}} with {{n}} weights, trained for {{time}}.',

  'lab.save': 'Save the report',
  'lab.save.html': 'Page (HTML)',
  'lab.save.csv': 'Results (CSV)',
  'lab.save.epochs': 'Curves (CSV)',
  'lab.save.json': 'Data (JSON)',
  'lab.save.later': 'As soon as a run has ended.',
  'lab.save.help':
    'With all settings, seeds and figures, so that another person can repeat it. It holds your labels’ names, but no photo, no file name and no key.',
} as const;
