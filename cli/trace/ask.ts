import { resolve } from 'node:path';
import { parseReceipt } from '../../src/core/receipt.ts';
import { scalings as knownScalings, type scalings } from '../../src/models/modelInput.ts';
import { parseProbeSheet } from '../../src/trace/core/probeSheet.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { exists, textOf } from '../terminal/files.ts';
import { maybe, several } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { judge } from './judge.ts';
import { probeOptions, verdictOptions } from './options.ts';
import { wishesOf } from './wishes.ts';
import { withClaim } from './withClaim.ts';

type ScalingName = keyof typeof scalings;
const scalingNames = Object.keys(knownScalings) as readonly ScalingName[];

/** Probes and verdict in one, for a model on this machine. */
export const ask = command({
  name: 'trace ask',
  about: 'Asks a model on this machine whether it learnt from your photos: probes and verdict in one.',
  usage: ['<folder of photos> --receipt=<file> --model=<file> [--model=<file> …] [options]'],
  options: {
    model: several('<file>', 'of the model: ONNX, or tfjs (model.json and its weights)'),
    classes: maybe(
      '<file|list>',
      'the model’s classes in its order, by commas or one a line; else the labels',
    ),
    scaling: maybe('<name>', `what it wants its pixels to be: ${scalingNames.join(', ')}; else by its kind`),
    ...probeOptions,
    ...verdictOptions,
  },
  teaches: 'The model runs in a browser under the app’s own policy: it can reach nothing and nobody.',
  async run({ values, positionals: [folder] }, terminal, home) {
    const { model, receipt } = values;
    if (model.length === 0) refuse('--model is missing.');
    for (const name of model) if (!exists(name)) refuse(`There is no ${name}.`);
    const scaling = scalingOf(values.scaling, model);
    const answer = await withClaim({ folder, ...values }, terminal, home, async page => {
      await page.locator('#model').setInputFiles(model.map(name => resolve(name)));
      return page.evaluate(([wishes, labels, how]) => window.trace.ask(wishes, labels, how), [
        wishesOf(values),
        values.label,
        { scaling, side: values.size },
      ] as const);
    });
    if ('trouble' in answer) refuse(answer.trouble);
    const { side, layout, channels } = answer.input;
    terminal.print(`Asked at ${side} px, ${layout}, ${channels}, ${scaling}; ${answer.classes} classes.`);
    const classes = classesOf(values.classes, receipt ?? '');
    if (classes.length !== answer.classes)
      refuse(`The model knows ${answer.classes} classes, and ${classes.length} are named: see --classes.`);
    const sheet = parseProbeSheet(answer.sheet);
    if (sheet.kind === 'refused') throw new Error(`The page made a sheet that is none: ${sheet.reason}`);
    const said = new Map(answer.said.map(([name, number]) => [name, classes[number] ?? '']));
    await judge({ ...values, sheet: sheet.value, said, askedBy: answer.model }, terminal, home);
    return exits.done;
  },
});

function scalingOf(given: string | null, model: readonly string[]): ScalingName {
  const usual = model.some(name => name.endsWith('.onnx')) ? 'imagenet' : 'unit';
  const name = scalingNames.find(one => one === (given ?? usual));
  return name ?? refuse(`--scaling takes one of ${scalingNames.join(', ')}.`);
}

function classesOf(given: string | null, receipt: string): readonly string[] {
  if (given === null) {
    const read = parseReceipt(textOf(receipt));
    return read.kind === 'read' ? [...read.value.labels].sort() : [];
  }
  const parts = exists(given) ? textOf(given).split(/\r?\n/) : given.split(',');
  return parts.map(part => part.trim()).filter(part => part !== '');
}
