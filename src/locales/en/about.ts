/** Texts of the dialog `About Keyveil`; see ../about.ts. */
export const about = {
  'about.title': 'About Keyveil',
  'about.version': 'Version {{version}}',
  'about.what':
    'Keyveil makes labelled photos useless for training a program on them, before you upload them anywhere. It works on this device alone: neither your photos nor your key leave it.',
  'about.limits': 'It raises the cost of misusing photos, and it guarantees nothing.',
  'about.limitsMore': 'What it protects against',
  'about.docs': 'Documentation',
  'about.paperTitle': 'The paper that it builds on',
  'about.paper':
    'Vinu Sankar Sadasivan, Mahdi Soltanolkotabi and Soheil Feizi: CUDA: Convolution-based Unlearnable Datasets. CVPR 2023.',
  'about.paperWhere': 'arXiv:2303.04278',
  'about.outside': 'Opens a page outside of Keyveil in a new tab',
  'about.licenceTitle': 'Licence',
  'about.licence': 'Keyveil is free software: you may use, change and share it under the MIT licence.',
  'about.licenceText': 'The licence in full',
  'about.licenceOf': 'Licence of {{name}}',
  'about.samplesTitle': 'Sample photos',
  'about.samples': 'Twelve photographs under free licences, made smaller and freed of metadata for Keyveil.',
  'about.samplesMore': 'Where they come from',
  'about.sample': '“{{title}}” by {{by}},',
  'about.othersTitle': 'Made with',
  'about.others_one': '{{n}} package by others is part of this app. Press it to read its licence.',
  'about.others_other': '{{n}} packages by others are part of this app. Press one to read its licence.',
  'about.holds': 'What it holds',
  'about.source': 'Source: {{source}}',
  'about.reading': 'Reading the licences…',
  'about.unread':
    'The licences could not be fetched. Connect this device to the network and open this again, or look for the file {{file}} where the page lies.',
} as const;
