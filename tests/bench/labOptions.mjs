import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

/** What `npm run lab` is asked for; says what is wrong with it and ends where something is. */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the app knows of models, regimes and defaults, from its own sources. */
async function knowledge() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
  });
  try {
    const load = path => server.ssrLoadModule(path);
    const [experiment, { regimeDefaults }, { defaultSetup }, { accuracy, chance }] = await Promise.all([
      load('/src/prove/core/experiment.ts'),
      load('/src/prove/core/regimes.ts'),
      load('/src/prove/state/labModel.ts'),
      load('/src/prove/core/confusion.ts'),
    ]);
    return { ...experiment, regimeDefaults, defaultSetup, accuracy, chance };
  } finally {
    await server.close();
  }
}

export const known = await knowledge();
const { pictures, experiment } = known.defaultSetup;
const text = value => ({ type: 'string', default: String(value) });
const options = {
  model: text(experiment.model),
  regime: text(experiment.regime.kind),
  side: text(pictures.side),
  real: { type: 'boolean', default: false },
  method: text('veil'),
  strength: { type: 'string' },
  'veil-size': text(160),
  'kernel-size': text(3),
  share: text(experiment.share),
  only: { type: 'string', multiple: true, default: [] },
  common: { type: 'boolean', default: false },
  'hold-out': text(pictures.holdOut),
  most: text(pictures.mostOfLabel ?? 'all'),
  epochs: text(experiment.epochs),
  batch: text(experiment.batch),
  rate: text(experiment.learningRate),
  seed: text(experiment.seed),
  key: text('a key for the lab'),
  out: { type: 'string' },
};
const help = `npm run lab -- <folder> [options]

  --model        ${known.modelNames.join(', ')} (${experiment.model})
  --regime       ${Object.keys(known.regimeDefaults).join(', ')} (plain);
                 numbers as in its paper; others as JSON: --regime='{"kind":"jpeg","quality":50}'
  --side         of the training pictures, px (${pictures.side})
  --real         protect at full size with --veil-size or --kernel-size, then shrink; else shrink, then protect
  --method       veil or cuda (veil)
  --strength     of the side taps, 0 to 1 (0.3; cuda 0.3)
  --veil-size    px, with --real (160)
  --kernel-size  of cuda, odd, 3 to 15 (3)
  --share        of each label's photos that are protected, 0 to 1 (1)
  --only         a label to protect, the others staying clean; may be given several times
  --common       train with one common filter for all labels too
  --hold-out     share of photos that are only tested on (${pictures.holdOut})
  --most         photos of a label, or all (${pictures.mostOfLabel ?? 'all'})
  --epochs (${experiment.epochs})  --batch (${experiment.batch})  --rate (${experiment.learningRate})  --seed (${experiment.seed})
  --key          passphrase that the filters come from; the report does not hold it
  --out          folder for the report as HTML, CSV and JSON (.results/lab)
`;

export const { values, positionals } = parseArgs({ options, allowPositionals: true });
export const [folder] = positionals;
if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) {
  console.log(help);
  if (folder !== undefined) console.error(`There is no folder ${folder}.`);
  process.exit(folder === undefined ? 0 : 1);
}

/** Says what is wrong, and ends. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

function numberOf(name, low, high, whole = false) {
  const value = Number(values[name]);
  const right =
    Number.isFinite(value) && value >= low && value <= high && (!whole || Number.isInteger(value));
  if (!right)
    refuse(
      `--${name} is ${values[name]}; it takes ${whole ? 'a whole number' : 'a number'} from ${low} to ${high}.`,
    );
  return value;
}

function regimeOf(given) {
  if (given.trim().startsWith('{')) {
    try {
      const regime = JSON.parse(given);
      if (regime.kind in known.regimeDefaults) return { ...known.regimeDefaults[regime.kind], ...regime };
    } catch {
      // Said below.
    }
  } else if (given in known.regimeDefaults) return known.regimeDefaults[given];
  return refuse(`--regime is ${given}; it takes one of ${Object.keys(known.regimeDefaults).join(', ')}.`);
}

if (!known.modelNames.includes(values.model)) {
  refuse(`--model is ${values.model}; it takes one of ${known.modelNames.join(', ')}.`);
}
if (values.method !== 'veil' && values.method !== 'cuda') refuse('--method takes veil or cuda.');
values.strength ??= '0.3';
const strength = numberOf('strength', 0.001, 1);
export const wishes = {
  passphrase: values.key,
  dataset: basename(resolve(folder)),
  settings:
    values.method === 'veil'
      ? { method: 'veil', veilSize: numberOf('veil-size', 1, 4096, true), strength }
      : { method: 'cuda', kernelSize: numberOf('kernel-size', 3, 15, true), strength },
  pictures: {
    side: numberOf('side', 16, 224, true),
    protectedAt: values.real ? 'real' : 'small',
    holdOut: numberOf('hold-out', 0.05, 0.5),
    mostOfLabel: values.most === 'all' ? null : numberOf('most', 3, 1_000_000, true),
    seed: values.seed,
  },
  experiment: {
    model: values.model,
    regime: regimeOf(values.regime),
    share: numberOf('share', 0, 1),
    onlyLabels: values.only.length > 0 ? values.only : null,
    epochs: numberOf('epochs', 1, 10_000, true),
    batch: numberOf('batch', 1, 1024, true),
    learningRate: numberOf('rate', 1e-6, 1),
    seed: values.seed,
  },
  common: values.common,
};
