/** What both wings say of models of others; see ../trace.ts and ../later.ts. */
export const models = {
  'models.opened.tfjs': '“{{name}}”, TensorFlow.js.',
  'models.opened.onnx': '“{{name}}”, ONNX.',
  'models.side': 'Size of its pictures, in pixels',
  'models.scaling': 'How it wants colours',
  'models.scaling.unit': '0 to 1',
  'models.scaling.symmetric': '−1 to 1 (MobileNet)',
  'models.scaling.imagenet': 'ImageNet’s mean (PyTorch)',
  'models.scaling.bytes': '0 to 255 (EfficientNet)',
  'models.scaling.caffe': 'Caffe, blue first (VGG)',
  'models.scaling.custom': 'As given below',
  'models.channels': 'Order of its colours',
  'models.channels.rgb': 'Red first',
  'models.channels.bgr': 'Blue first',
  'models.number.mean': 'Mean',
  'models.number.mean.wrong': 'One number, or three.',
  'models.number.std': 'Standard deviation',
  'models.number.std.wrong': 'One number, or three, above 0.',
  'models.numbers.help':
    'For each colour in that order, of values from 0 to 1: the mean is taken off, then what is left is divided by the standard deviation.',
  'models.trouble.no-model':
    'No model was found in these files: choose model.json with its weights, or an .onnx file.',
  'models.trouble.missing-files': 'Files that the model needs are not among these: {{detail}}',
  'models.trouble.not-loaded':
    'This model cannot be loaded: {{detail}}. See whether all of its files are whole, or save it anew as ONNX.',
  'models.trouble.not-pictures': 'This model takes no colour pictures, so it cannot be used here.',
  'models.trouble.failed':
    'The model failed at the pictures; perhaps they have another size than it wants. {{detail}}',
} as const;
