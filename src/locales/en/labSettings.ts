/** The settings of the training lab, with every training regime; see ../later.ts. */
export const labSettings = {
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
} as const;
