/** What came of the training lab: tables, curves, verdicts, and saving them; see ../later.ts. */
export const labResults = {
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

  'lab.curve.test': 'Wrong on clean test photos: the higher, the better protected',
  'lab.curve.train': 'Right on the photos learnt from',
  'lab.curve.loss': 'Loss: how wrong the model is while it learns',
  'lab.curve.chance': 'Mere guessing',
  'lab.curve.epoch': 'Epoch',
  'lab.curve.said': '{{name}}. {{runs}}',
  'lab.curve.run': '{{kind}}: {{value}} after {{epochs}}',
  'lab.curve.nothing': 'nothing yet',
  'lab.curve.table': 'The curves as a table',
  'lab.column.loss': '{{kind}}: loss',
  'lab.column.train': '{{kind}}: right in training',
  'lab.column.test': '{{kind}}: wrong on clean test photos',
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

  'lab.recall': 'Wrong, label by label',
  'lab.recall.what':
    'Of each label’s clean test photos, how many the model gets wrong. The farther the bar of the protected model reaches past the other, the better.',
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
