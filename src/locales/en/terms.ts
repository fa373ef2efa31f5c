/** Words of the trade and what they mean: `term.x` as it stands in the texts, `term.x.what` in plain words; see ../terms.ts. */
export const terms = {
  'term.psnr': 'PSNR',
  'term.psnr.what':
    'Peak signal-to-noise ratio: how little the pixels changed on the whole, in decibels (dB). At 35 and more a change is hard to see, at 20 it is plain.',
  'term.ssim': 'SSIM',
  'term.ssim.what':
    'Structural similarity: how far edges and textures of two pictures agree. 1 means the same picture, 0 nothing in common.',
  'term.cuda': 'CUDA',
  'term.cuda.what':
    'Convolution-based Unlearnable Datasets, the method of a paper of 2023 that Keyveil builds on. It has nothing to do with the CUDA of graphics cards.',
  'term.paper': 'The paper',
  'term.paper.what':
    'CUDA: Convolution-based Unlearnable Datasets, by Sadasivan, Soltanolkotabi and Feizi, CVPR 2023. The link is under About Keyveil in the menu.',
  'term.counter': 'counter-measures',
  'term.counter.what':
    'What trainers do to pictures so that protection fails. We tried two published ones: random sharpening with fine detail cut off (RSK+FF), and pixels moved about at random (COIN). There are others, and new ones may come.',
  'term.rskff': 'RSK+FF',
  'term.rskff.what':
    'Random sharpening and frequency filtering, published in 2024: each picture is sharpened by a random filter, and its finest detail is cut off.',
  'term.coin': 'COIN',
  'term.coin.what':
    'A counter-measure published in 2025: it moves pixels about at random, to break filters up.',
  'term.iptc': 'IPTC',
  'term.iptc.what':
    'The International Press Telecommunications Council, which says how photos name their author, their rights and what may be done with them.',
  'term.plus': 'PLUS',
  'term.plus.what':
    'The Picture Licensing Universal System: words for licences in image files, among them one on training.',
  'term.bits': 'bits',
  'term.bits.what':
    'How many guesses the key withstands: each bit doubles them. At 40 bits that is a million times a million; each guess costs a computer much time here.',
  'term.holm': 'Holm',
  'term.holm.what':
    'A way to make p-values larger when many things are tested at once, so that one of them does not look rare by mere chance.',
  'term.pvalue': 'p-value',
  'term.pvalue.what':
    'How often chance alone would come to something at least as striking. 0.001 is one in a thousand. It is not the probability that the photo is yours.',
  'term.onnx': 'ONNX',
  'term.onnx.what': 'An open file format for trained models; most training programs can write it.',
  'term.tfjs': 'TensorFlow.js',
  'term.tfjs.what': 'A library that trains and runs models in browsers, and the files that it keeps them in.',
  'term.gaussian': 'Gaussian',
  'term.gaussian.what': 'The bell curve: most points lie near the middle, and ever fewer the farther away.',
  'term.covariance': 'covariance',
  'term.covariance.what': 'How wide a cloud of points is in each direction, written as a matrix.',
  'term.chernoff': 'Chernoff bound',
  'term.chernoff.what':
    'A proven upper limit on how often something rare can happen. It may be far too cautious, but it is never too low.',
  'term.spectra': 'log spectra',
  'term.spectra.what':
    'How strongly a filter lets coarse and fine structure through, on a scale where each doubling counts the same.',
  'term.convolutions': 'convolutions',
  'term.convolutions.what':
    'Layers of a network that look for the same small pattern everywhere in a picture.',
  'term.webgl': 'WebGL',
  'term.webgl.what': 'The older way in which a browser lets a page compute on the graphics processor.',
  'term.webgpu': 'WebGPU',
  'term.webgpu.what': 'The newer way in which a browser lets a page compute on the graphics processor.',
  'term.wasm': 'WebAssembly',
  'term.wasm.what': 'Fast programs for the processor that every current browser runs.',
} as const;
