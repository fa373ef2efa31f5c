import { resolve } from 'node:path';
import { readKey } from '../key/readKey.ts';
import { orderOf, readLabels } from '../labels/labelsFile.ts';
import { partPathFor, receiptPathFor } from '../parts/names.ts';
import { surveyPart } from '../parts/readPart.ts';
import { shardOf, wholeSet } from '../parts/shard.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { refuse } from '../terminal/refusal.ts';
import { basisOf, datasetOf } from './basis.ts';
import { carryOut } from './carryOut.ts';
import { describeRun, refuseUnknown, sayLeftOut } from './describe.ts';
import { protectOptions } from './options.ts';
import { methodSettings, outputSettings } from './settings.ts';
import { labelsOf, type Source, sourceOf, totalOf, workOn } from './source.ts';

/** Protects a whole data set. */
export const protect = command({
  name: 'protect',
  about: 'Protects a data set: folders of photos, one a label, or tars in the manner of WebDataset.',
  usage: [
    'IN OUT --dataset=<name> [options]',
    '- - --labels=<file> --receipt=<file> [options] <IN.tar >OUT.tar',
  ],
  options: protectOptions,
  teaches: `
IN holds one folder of photos a label, or tars whose samples say their label in .cls (see --label-from). OUT gets the same
folders or tars with protected photos, and nothing secret: publish it. What else lies in tars is copied as it is.
The receipt lies beside OUT, not in it: keep it with the key. Photos in IN are never changed.

  keyveil protect photos protected --dataset=my-photos-x7k2m9qd --dry-run     what would be done
  keyveil protect photos protected --dataset=my-photos-x7k2m9qd               do it; asks for the key
  KEYVEIL_KEY='…' keyveil protect photos protected --dataset=… --json         for programs

Stop it when you like: the same command goes on where it was. A photo that cannot be read is named and left out; the
rest goes on. On many machines: docs/cli.md.`,
  async run({ values, positionals: [input, out] }, terminal) {
    if (input === undefined || out === undefined) refuse('Which set is to be protected, and where to?');
    const shard = shardOf(values.shard);
    const [settings, output] = [methodSettings(values), outputSettings(values)];
    const receipt = receiptPathFor(out, values.receipt);
    const part = partPathFor(receipt, shard);
    const source = sourceOf({
      ...{ input, out, shard, leave: values.leave },
      ...{ labelFrom: values['label-from'], tarName: values['tar-name'] },
    });
    if (values.labels === null && (shard.of !== wholeSet.of || source.kind === 'stream'))
      refuse(
        'The order of labels must be known: "keyveil labels IN --out=labels.json" first, then --labels.',
      );
    const survey = await surveyPart(part);
    const labels = await orderFor(source, values.labels, survey.head?.labels ?? null);
    if (source.kind === 'folders') sayLeftOut(source.set, terminal);
    if (values['dry-run']) {
      describeRun({ source, settings, output, shard, receipt, out, labels }, terminal, values.json);
      return exits.done;
    }
    const key = await readKey(values['key-file']);
    const dataset = datasetOf(values.dataset, key, survey.head);
    const basis = await basisOf(key, dataset, settings, labels);
    return carryOut(
      {
        ...{ basis, output, shard, receipt, part, out: out === '-' ? out : resolve(out) },
        ...{ threads: values.threads, anew: values.anew, json: values.json },
        total: totalOf(source),
        work: workOn(source),
      },
      terminal,
    );
  },
});

/** The frozen order of labels: the file's, or what an earlier run began with and new labels behind it. @throws Refusal */
async function orderFor(
  source: Source,
  file: string | null,
  begun: readonly string[] | null,
): Promise<readonly string[]> {
  if (file === null) return orderOf(begun, (await labelsOf(source)) ?? []);
  const frozen = readLabels(file);
  if (source.kind === 'folders') refuseUnknown(source.set.labels, frozen, file);
  return frozen;
}
