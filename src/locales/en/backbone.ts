/** A network that knows such things already, under `Prove`; see ../later.ts. */
export const backbone = {
  'backbone.title': 'Does a network that knows such things already see through it?',
  'backbone.what':
    'Many trainers begin with a network that somebody else trained on millions of pictures, keep it as it is and learn only its last layer anew. Give such a network here. It learns from your photos twice, clean and protected, and is then asked about clean photos that it has not seen.',
  'backbone.expect':
    'This is the weak side of every preset: such a network sees much that protection leaves in the photos. Better to know how much.',
  'backbone.details': 'Details',
  'backbone.how.frozen':
    'The network is a frozen backbone: its weights stay. Features are taken from its last pooled layer, found by the shapes of what its layers give; you can choose another.',
  'backbone.how.ridge':
    'The new last layer is a ridge regression in closed form with one target a label. Its penalty is the one that is right most often on a fifth of the training photos, kept back for that; then it learns from all of them.',
  'backbone.how.photos':
    'Photos are dealt as in the training lab, protected at full size and then shrunk to the network’s size. The intervals are Wilson’s, of 95 % confidence, for other photos of the same kind.',
  'backbone.choose': 'Choose a network’s files…',
  'backbone.input': 'Network that knows such things',
  'backbone.drop': 'Or drop them here: model.json with its weights (TensorFlow.js), or an .onnx file.',
  'backbone.none': 'None yet.',
  'backbone.opening': 'Opening it…',
  'backbone.wants': 'How it wants its pictures',
  'backbone.layer': 'Layer that its features are taken from',
  'backbone.layer.value': '{{name}}, {{n}} features',
  'backbone.layer.chosen': '{{name}}, {{n}} features (its last pooled layer)',
  'backbone.layer.none': 'No layer of this network gives features of a picture.',
  'backbone.run': 'See what it learns',
  'backbone.again': 'See anew',
  'backbone.numbers': 'Correct the numbers above first.',
  'backbone.progress': 'Asking the network',
  'backbone.looking': '{{done}} of {{total}} photos shown to it',
  'backbone.learning': 'Learning last layers: {{done}} of {{total}}',
  'backbone.result': 'What the network learnt',
  'backbone.stale': 'Photos, key or settings have changed since.',
  'backbone.verdict.untold': 'This says nothing yet: even from clean photos the network may be guessing.',
  'backbone.verdict.none': 'Protection does not keep this network from learning.',
  'backbone.verdict.part': 'Protection keeps this network from a part of it.',
  'backbone.verdict.all': 'Protection keeps this network from learning.',
  'backbone.figures':
    'Learnt from {{column}}, it is right on {{protected}} of the clean photos; learnt from clean ones, on {{clean}}. Guessing gives {{chance}} %.',
  'backbone.meaning.untold':
    'What it gets right after clean photos cannot be told from chance, so it cannot show what protection takes away. Take another network, or more photos.',
  'backbone.meaning.none':
    'What it knew beforehand is enough to see through the protection. Strong holds better than Light; against such trainers only photos that are not online are safe.',
  'backbone.meaning.part':
    'It is wrong more often, but still knows more than by guessing. Strong takes more away than Light. Nothing here is a guarantee.',
  'backbone.meaning.all':
    'What it still gets right cannot be told from guessing. Another network may see more.',
  'backbone.column.clean': 'clean photos',
  'backbone.column.chosen': 'photos under your settings',
  'backbone.column.light': 'photos under Light',
  'backbone.column.standard': 'photos under Standard',
  'backbone.column.strong': 'photos under Strong',
  'backbone.presets': 'Light, Standard and Strong too',
  'backbone.learntFrom': 'Its last layer learnt from',
  'backbone.right': 'Right on clean photos',
  'backbone.kept': 'Right on those kept back',
  'backbone.share': '{{n}} % ({{low}}–{{high}})',
  'backbone.percent': '{{n}} %',
  'backbone.chance': 'Guessing: {{n}} %.',
  'backbone.kept.what':
    'Those kept back are training photos, changed as the others are: so good a trainer believes it to be.',
  'backbone.basis': '{{train}} photos learnt from, {{test}} asked about; {{seconds}} s.',
  'backbone.failed_one': '{{n}} photo could not be read.',
  'backbone.failed_other': '{{n}} photos could not be read.',
  'backbone.few': 'Fewer than {{n}} photos were asked about, so little can be told.',
  'backbone.trouble.lost':
    'The browser ended the network’s worker, perhaps for want of memory. Close other tabs, or take fewer photos.',
  'backbone.trouble.too-few': 'Too few photos are left of these labels: {{detail}}',
  'backbone.trouble.no-key': 'The key went away meanwhile.',
  'backbone.save.html': 'Save report',
  'backbone.save.json': 'Save its data (JSON)',
  'backbone.report.title': 'What “{{name}}” learns from protected photos',
  'backbone.report.settings': 'How it was done',
} as const;
