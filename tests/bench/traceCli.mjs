/**
 * Was this model trained on my photos? Trace's first part without a window, on folders and files, with the code that the
 * app itself runs (photos and models in headless Chromium).
 *
 *   npm run trace -- probes <folder> --receipt=<file> --out=<folder>
 *   npm run trace -- verdict --sheet=<file> --csv=<file>
 *   npm run trace -- ask <folder> --receipt=<file> --model=<file> [--model=<file> …]
 *   npm run trace -- publish <receipt>
 *
 * `npm run trace` alone lists every option.
 */
import { mkdirSync, openAsBlob, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, createServer, preview } from 'vite';
import { table } from './measure.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const configFile = join(root, 'tests/bench/traceCli/vite.config.ts');

const help = `npm run trace -- probes <folder of photos> --receipt=<file>
    makes the probes: probes.zip to hand out, and probes.keyveil-probes.json to keep for yourself
npm run trace -- verdict --sheet=<file> --csv=<file>
    reads the answers that somebody's model gave (file,label or file,label,score) and says what they show
npm run trace -- ask <folder of photos> --receipt=<file> --model=<file> [--model=<file> …]
    both, for a model on this machine: ONNX, or tfjs (model.json and its weights)
npm run trace -- publish <receipt>
    the two numbers to publish when the photos go online

  --key         the private key; better in the variable KEYVEIL_KEY, which no list of processes shows
  --label       a label to ask about; may be given several times (all of the receipt)
  --photos      photos a label, at least 50 (200); those in a folder of a label's name are no probes for it
  --decoys      filters of other keys a label, at least 39 (39)
  --rank-photos photos that are shown under all of them (25)
  --each        decoys that each other photo is shown under (1)
  --size        of the probes, px (224; with a model, what it takes)
  --whole       do not cut squares
  --type        jpeg or png (jpeg)
  --small       lay the filter on the small probe, for models trained on pictures protected at that size
  --classes     the model's classes in its order: with commas, or a file with one a line (labels, sorted)
  --map         class=label, where names differ; may be given several times
  --scaling     unit, symmetric, imagenet, bytes or caffe: what the model wants its pixels to be (imagenet; tfjs unit)
  --published   a file or text that holds the numbers published beforehand; with --receipt
  --out         folder for what is written (.results/trace)
`;

const many = { type: 'string', multiple: true, default: [] };
const one = { type: 'string' };
const given = parseArgs({
  allowPositionals: true,
  options: {
    receipt: one,
    key: one,
    sheet: one,
    csv: one,
    model: many,
    label: many,
    photos: { type: 'string', default: '200' },
    decoys: { type: 'string', default: '39' },
    'rank-photos': { type: 'string', default: '25' },
    each: { type: 'string', default: '1' },
    size: one,
    whole: { type: 'boolean', default: false },
    type: { type: 'string', default: 'jpeg' },
    small: { type: 'boolean', default: false },
    classes: one,
    map: many,
    scaling: one,
    published: one,
    out: { type: 'string', default: join(root, '.results/trace') },
    help: { type: 'boolean', default: false },
  },
});
const { values } = given;
const [command, subject] = given.positionals;

const words = { 'very-strong': 'very strong', strong: 'strong', weak: 'weak', none: 'no sign' };

/** What a person has to know, and nothing of the program. */
class Refusal extends Error {}

function refuse(sentence) {
  throw new Refusal(sentence);
}

const commands = { probes, verdict, ask, publish };
if (values.help || command === undefined) {
  console.log(help);
  process.exit(0);
}

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  appType: 'custom',
});
const load = path => server.ssrLoadModule(`/src/${path}`);
try {
  if (!(command in commands)) refuse(`There is no ${command}; one of ${Object.keys(commands).join(', ')}.`);
  for (const name of [values.receipt, values.sheet, values.csv, ...values.model, subject]) {
    if (name !== undefined && !exists(name)) refuse(`There is no ${name}.`);
  }
  await commands[command]();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await server.close();
}

function exists(path) {
  try {
    return statSync(path) !== undefined;
  } catch {
    return false;
  }
}

function textOf(name, what) {
  if (name === undefined) refuse(`--${what} is missing.`);
  return readFileSync(name, 'utf8');
}

async function publish() {
  if (subject === undefined) refuse('Which receipt?');
  const { publishedOf, publishedText } = await load('core/published.ts');
  const read = await publishedOf(new Uint8Array(readFileSync(subject)));
  if (read.kind === 'refused') refuse(`This receipt cannot be read (${read.reason}).`);
  console.log(publishedText(read.value));
}

async function wishes() {
  const number = (name, least) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least) refuse(`--${name} is ${values[name]}.`);
    return value;
  };
  if (!['jpeg', 'png'].includes(values.type)) refuse('--type takes jpeg or png.');
  return {
    photos: number('photos', 50),
    rankPhotos: number('rank-photos', 1),
    decoys: number('decoys', 39),
    each: number('each', 1),
    side: values.size === undefined ? 224 : number('size', 1),
    shape: values.whole ? 'whole' : 'square',
    type: `image/${values.type}`,
    filteredAt: values.small ? 'small' : 'real',
  };
}

/** A page with the claim opened and the photos in their field. */
async function withPage(work) {
  const [{ findBrowser }, { openBrowser }] = await Promise.all([
    import('../findBrowser.mjs'),
    import('./browser.mjs'),
  ]);
  const receipt = textOf(values.receipt, 'receipt');
  const key = values.key ?? process.env.KEYVEIL_KEY ?? '';
  if (subject === undefined || !statSync(subject).isDirectory()) refuse('Which folder of photos?');
  if (key === '') refuse('--key or KEYVEIL_KEY is missing.');
  const browser = await findBrowser(line => console.log(line));
  if (browser === null)
    refuse('No browser could be had. Install Chrome or Chromium, or name one in KEYVEIL_BROWSER.');
  await build({ configFile, logLevel: 'error' });
  const host = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  const { page, close } = await openBrowser(browser.path, []);
  try {
    page.on('console', message => {
      const asked = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !asked) console.error(message.text());
    });
    await page.goto(host.resolvedUrls.local[0]);
    await page.waitForFunction(() => 'trace' in window);
    const claim = await page.evaluate(([text, secret]) => window.trace.claim(text, secret), [receipt, key]);
    if ('trouble' in claim) refuse(claim.trouble);
    await page.evaluate(() => {
      document.querySelector('#photos').webkitdirectory = true;
    });
    await page.locator('#photos').setInputFiles(resolve(subject));
    const timer = setInterval(() => sayProgress(page), 1000);
    try {
      return await work(page, claim);
    } finally {
      clearInterval(timer);
      if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
    }
  } finally {
    await close();
    await host.close();
  }
}

async function sayProgress(page) {
  if (!process.stdout.isTTY) return;
  const at = await page.evaluate(() => window.trace.progress).catch(() => null);
  if (at) process.stdout.write(`\r\u001b[K${at.done} of ${at.total} photos`);
}

async function probes() {
  const wanted = await wishes();
  const out = resolve(values.out);
  const folder = join(out, 'probes');
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) refuse(`${folder} is not empty.`);
  const made = await withPage(async page => {
    await page.exposeFunction('keepProbe', (name, content) => {
      if (!/^[0-9a-f]{16}\.(?:jpg|png)$/.test(name)) throw new Error('No name of a probe.');
      writeFileSync(join(folder, name), Buffer.from(content, 'base64'));
    });
    return page.evaluate(([w, labels]) => window.trace.probes(w, labels), [wanted, values.label]);
  });
  if ('trouble' in made) refuse(made.trouble);
  const sheet = join(out, 'probes.keyveil-probes.json');
  writeFileSync(sheet, made.sheet);
  const zips = await zipped(folder, JSON.parse(made.sheet), out);
  if (made.failed > 0) console.log(`${made.failed} photos could not be read and were left out.`);
  console.log(`${JSON.parse(made.sheet).files.length} probes: ${zips.join(', ')}`);
  console.log(`Keep for yourself: ${sheet}`);
}

/** The archive's own writer, in the order of the names. */
async function zipped(folder, { files }, out) {
  const [{ planVolumes }, { writeVolume }] = await Promise.all([
    load('archive/volumes.ts'),
    load('archive/writeVolume.ts'),
  ]);
  const entries = files.map(({ name }) => ({
    path: name,
    stored: { kind: 'file', folder, name },
    bytes: statSync(join(folder, name)).size,
  }));
  const paths = [];
  for (const volume of planVolumes('probes', entries)) {
    const path = join(out, volume.name);
    const file = await open(path, 'w');
    const sink = Writable.toWeb(file.createWriteStream());
    const outcome = await writeVolume(volume, ({ name }) => openAsBlob(join(folder, name)), sink);
    if (outcome.kind !== 'written') refuse(`${path} could not be written.`);
    paths.push(path);
  }
  return paths;
}

async function ask() {
  const wanted = await wishes();
  if (values.model.length === 0) refuse('--model is missing.');
  const onnx = values.model.some(name => name.endsWith('.onnx'));
  const scaling = values.scaling ?? (onnx ? 'imagenet' : 'unit');
  const side = values.size === undefined ? null : wanted.side;
  const { scalings } = await load('core/modelInput.ts');
  if (!(scaling in scalings)) refuse(`--scaling takes one of ${Object.keys(scalings).join(', ')}.`);
  const answer = await withPage(async page => {
    await page.locator('#model').setInputFiles(values.model.map(name => resolve(name)));
    return page.evaluate(
      ([w, labels, how]) => window.trace.ask(w, labels, how),
      [wanted, values.label, { scaling, side }],
    );
  });
  if ('trouble' in answer) refuse(answer.trouble);
  const { side: size, layout, channels } = answer.input;
  console.log(`Asked at ${size} px, ${layout}, ${channels}, ${scaling}; ${answer.classes} classes.`);
  const { labels } = JSON.parse(readFileSync(values.receipt, 'utf8'));
  const classes = classesOf([...labels].sort());
  if (classes.length !== answer.classes)
    refuse(`The model knows ${answer.classes} classes, and ${classes.length} are named: see --classes.`);
  const said = new Map(answer.said.map(([name, number]) => [name, classes[number] ?? '']));
  await judge(answer.sheet, said, answer.model);
}

function classesOf(fallback) {
  if (values.classes === undefined) return fallback;
  const text = exists(values.classes) ? readFileSync(values.classes, 'utf8') : values.classes;
  const parts = exists(values.classes) ? text.split(/\r?\n/) : text.split(',');
  return parts.map(part => part.trim()).filter(part => part !== '');
}

async function verdict() {
  const { parseProbeSheet } = await load('core/probeSheet.ts');
  const { readAnswers } = await load('core/probeAnswers.ts');
  const text = textOf(values.sheet, 'sheet');
  const sheet = parseProbeSheet(text);
  if (sheet.kind === 'refused') refuse(`This probe sheet cannot be read (${sheet.reason}).`);
  const names = sheet.value.files.map(({ name }) => name);
  const read = readAnswers(textOf(values.csv, 'csv'), names);
  if (read.kind === 'refused') refuse(`In the CSV there are no answers to these probes (${read.reason}).`);
  const { unknown, missing, contradicted } = read;
  if (missing.length > 0) console.log(`Without an answer: ${missing.length} of ${names.length} probes.`);
  if (contradicted.length > 0) console.log(`Answered in two ways, and left out: ${contradicted.length}.`);
  if (unknown.length > 0) console.log(`Files that are no probes of this sheet: ${unknown.length}.`);
  await judge(text, read.said, 'csv');
}

/** @param said the class said for each probe, by its name */
async function judge(sheetText, said, askedBy) {
  const [{ parseProbeSheet }, { labelsOfClasses }, { verdictOf }, report, published] = await Promise.all([
    load('core/probeSheet.ts'),
    load('core/classNames.ts'),
    load('core/verdict.ts'),
    load('core/verdictReport.ts'),
    load('core/published.ts'),
  ]);
  const { value: sheet } = parseProbeSheet(sheetText);
  const mapped = new Map(values.map.map(pair => pair.split('=', 2)));
  const classes = [...new Set(said.values())];
  const places = labelsOfClasses(
    classes.map(name => mapped.get(name) ?? name),
    sheet.labels,
  );
  const placeOf = new Map(classes.map((name, at) => [name, places[at] ?? null]));
  const unmapped = sheet.labels.filter((_, at) => !places.includes(at));
  if (unmapped.length > 0) console.log(`Never said: ${unmapped.join(', ')}. If names differ, see --map.`);
  const answers = new Map([...said].map(([name, label]) => [name, placeOf.get(label) ?? null]));
  const judged = verdictOf(sheet, answers);
  print(judged);

  const receipt = values.receipt ? new Uint8Array(readFileSync(values.receipt)) : null;
  const own = receipt ? await published.publishedOf(receipt) : null;
  const known = own?.kind === 'read' ? own.value : null;
  const text = values.published ?? '';
  const evidence = text !== '' && exists(text) ? readFileSync(text, 'utf8') : text;
  const check = known ? published.checkPublished(known, evidence) : 'none';
  if (known && known.commitment !== sheet.commitment)
    console.log('The receipt is not the one that these probes were made with.');
  if (check !== 'none') console.log(`Published beforehand: ${check}.`);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const path = join(out, 'verdict.json');
  const facts = { when: new Date(), app: version, askedBy, published: known, check };
  writeFileSync(path, report.verdictReportText(report.verdictReportOf(sheet, judged, facts)));
  console.log(`\nReport: ${path}`);
}

function print({ labels, overall, answered, probes: all }) {
  const percent = ({ hits, shown }) => (shown === 0 ? '–' : `${((100 * hits) / shown).toFixed(1)} %`);
  const chance = p => (p === 0 ? '0' : p < 0.001 ? p.toExponential(0) : p.toFixed(3));
  const rows = labels.map(({ label, own, decoys, plain, paired, pairedHolm, rank, word }) => [
    label,
    percent(own),
    percent(decoys),
    percent(plain),
    chance(paired),
    chance(pairedHolm),
    `${rank.rank} of ${rank.of}`,
    words[word],
  ]);
  const any = labels.filter(({ anyFilter }) => anyFilter).map(({ label }) => label);
  const { own, decoys, plain, paired, rank, p, word } = overall;
  rows.push([
    'together',
    percent(own),
    percent(decoys),
    percent(plain),
    chance(paired),
    '',
    `${rank.rank} of ${rank.of}, p ${chance(rank.p)}`,
    words[word],
  ]);
  console.log(`\nHow often the label was said (${answered} of ${all} probes were answered):\n`);
  console.log(table(['label', 'own filter', 'decoys', 'plain', 'p, paired', 'Holm', 'rank', 'sign'], rows));
  if (any.length > 0)
    console.log(
      `\nSaid under any filter of this kind, whosever it is: ${any.join(', ')}. The model may have learnt from photos ` +
        'that were protected, but whose they were cannot be told.',
    );
  console.log(`\n${words[word]}: p = ${chance(p)}, the greater of the two for all labels together.`);
}
