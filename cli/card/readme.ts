import type { MethodSettings } from '../../src/core/settings.ts';
import { table } from '../terminal/table.ts';
import type { CardFacts } from './facts.ts';

/** Stands in every card, so that one is known as ours when it is written anew. */
export const cardMark = '<!-- keyveil card -->';

const mostLabels = 200;

/** The README of a set in the manner of Hugging Face: facts for machines first, then words for people. */
export function cardReadme(facts: CardFacts): string {
  const { title, description, photos, labels, commitment, receiptSha256 } = facts;
  const rows = labels
    .slice(0, mostLabels)
    .map(({ label, photos: count }) => [label.replaceAll('|', '\\|'), count]);
  return [
    frontMatter(facts),
    cardMark,
    `# ${title}`,
    description,
    `${photos.toLocaleString('en')} photos in ${labels.length.toLocaleString('en')} labels, ${facts.inTars ? 'in tars in the manner of WebDataset' : 'one folder a label'}. They were protected with Keyveil before they were published: people see them as they are; a program trained on them learns what the protection carries instead of what they show.`,
    `## What was done\n\n${doneWith(facts.settings)} What is laid on a label's photos is drawn from a private key, which only the publisher has. It is bound by this commitment, so that the publisher can show later that the photos, and models trained on them, carry it:`,
    `\`\`\`text\nkeyveil receipt sha256:${receiptSha256} commitment:${commitment}\n\`\`\``,
    `Every file also says for machines that nobody may train on it (IPTC \`plus:DataMining\`).`,
    `## What it protects against\n\n${helps(facts.settings)}`,
    `## What it does not protect against\n\n${limitsOf(facts.settings)
      .map(limit => `- ${limit}`)
      .join('\n')}`,
    `These figures come from small experiments (a network of 145,000 parameters, pictures of 32 to 128 pixels, one run each, give or take 4 points). **Nothing here is a guarantee.**`,
    `## Labels\n\n${table(['label', 'photos'], rows)}${labels.length > mostLabels ? `\n\nand ${labels.length - mostLabels} more.` : ''}`,
    `The method builds on CUDA, *Convolution-based Unlearnable Datasets* (Sadasivan, Soltanolkotabi, Feizi, CVPR 2023, arXiv:2303.04278).`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function frontMatter({ title, license, photos }: CardFacts): string {
  const lines = [
    '---',
    `pretty_name: ${JSON.stringify(title)}`,
    ...(license === null ? [] : [`license: ${JSON.stringify(license)}`]),
    'task_categories:',
    '  - image-classification',
    `size_categories:\n  - ${sizeCategory(photos)}`,
    'tags:',
    '  - keyveil',
    '  - unlearnable',
    '  - no-ai-training',
    '---',
  ];
  return lines.join('\n');
}

/** As Hugging Face counts. */
function sizeCategory(photos: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
    [1e7, '1M<n<10M'],
  ];
  return steps.find(([below]) => photos < below)?.[1] ?? '10M<n<100M';
}

function doneWith(settings: MethodSettings): string {
  switch (settings.method) {
    case 'cast': {
      const veil =
        settings.veilSize === null
          ? ''
          : `, and over it lies a soft veil (strength ${settings.strength}, veil size ${settings.veilSize})`;
      return `Every photo of a label carries the same faint, slow waves of colour (method \`cast\`, level ${settings.castLevel} of 255)${veil}.`;
    }
    case 'veil':
      return `Every photo of a label lies under the same soft veil (method \`veil\`, strength ${settings.strength}, veil size ${settings.veilSize}).`;
    case 'cuda':
      return `Every photo of a label was convolved with the same small filter (method \`cuda\`, kernel size ${settings.kernelSize}, strength ${settings.strength}).`;
  }
}

function helps(settings: MethodSettings): string {
  switch (settings.method) {
    case 'cast':
      return settings.strength === 0
        ? 'Networks trained from nothing on these photos: of 74 in 100 right answers on clean photos 24 were left where guessing gives 10; 34 with random crops and colour jitter.'
        : 'Networks trained on these photos, from nothing or from ready-made weights, also when they sharpen, warp or resize them, train in grey or project waves of colour out: of 74 in 100 right answers on clean photos 16 to 31 were left where guessing gives 10.';
    case 'veil':
      return `Networks trained from nothing on these photos at ${settings.veilSize} pixels or more: of 73 in 100 right answers on clean photos 11 to 20 were left where guessing gives 10. JPEG does not take the veil off.`;
    case 'cuda':
      return 'Networks trained from nothing on these photos at their full size: of 95 in 100 right answers 18 were left in the paper (CIFAR-10).';
  }
}

function limitsOf(settings: MethodSettings): readonly string[] {
  const bare = settings.method === 'cast' && settings.strength === 0;
  const grey = 'A trainer who trains in grey, or projects waves of colour out, gets a good part back.';
  return bare ? [grey, ...limits] : limits;
}

const limits = [
  'A network that knows such things already and is used as it is, with only its last layer trained, still learns a good part.',
  'A clean copy of a protected photo gives away what its label carries.',
  'Photos of the same label that are published without protection undo it, the more of them the further.',
  'Labels of fewer than 50 photos protect less when a model is trained on them alone.',
  'People, and searches that compare pictures, recognise the photos as before.',
];
