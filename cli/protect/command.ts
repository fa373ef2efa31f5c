import { isAbsolute, relative, resolve } from 'node:path';
import { readKey } from '../key/readKey.ts';
import { orderOf, readLabels } from '../labels/labelsFile.ts';
import { partPathFor, receiptPathFor } from '../parts/names.ts';
import { surveyPart } from '../parts/readPart.ts';
import { shardOf, wholeSet } from '../parts/shard.ts';
import { scanFolders } from '../set/folders.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { isFolder } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';
import { basisOf, datasetOf } from './basis.ts';
import { carryOut } from './carryOut.ts';
import { describeRun, refuseUnknown, sayLeftOut } from './describe.ts';
import { protectOptions } from './options.ts';
import { protectFolders } from './protectFolders.ts';
import { methodSettings, outputSettings } from './settings.ts';

/** Protects a whole data set. */
export const protect = command({
  name: 'protect',
  about: 'Protects a data set: folders of photos, one a label.',
  usage: ['IN OUT --dataset=<name> [options]'],
  options: protectOptions,
  teaches: `
IN holds one folder of photos a label. OUT gets the same folders with protected photos, and nothing secret: publish it.
The receipt lies beside OUT, not in it: keep it with the key. Photos in IN are never changed.

  keyveil protect photos protected --dataset=my-photos-x7k2m9qd --dry-run     what would be done
  keyveil protect photos protected --dataset=my-photos-x7k2m9qd               do it; asks for the key
  KEYVEIL_KEY='…' keyveil protect photos protected --dataset=… --json         for programs

Stop it when you like: the same command goes on where it was. A photo that cannot be read is named and left out; the
rest goes on. On many machines: docs/cli.md.`,
  async run({ values, positionals: [input, out] }, terminal) {
    if (input === undefined || out === undefined) refuse('Which folder is to be protected, and where to?');
    if (!isFolder(input)) refuse(`There is no folder ${input}.`);
    if (overlaps(input, out)) refuse(`${out} and ${input} must not lie in each other.`);
    const shard = shardOf(values.shard);
    const [settings, output] = [methodSettings(values), outputSettings(values)];
    const receipt = receiptPathFor(out, values.receipt);
    const part = partPathFor(receipt, shard);
    const survey = await surveyPart(part);
    const frozen = values.labels === null ? (survey.head?.labels ?? null) : readLabels(values.labels);
    if (values.labels === null && shard.of !== wholeSet.of)
      refuse(
        'All shares must agree on the order of labels: "keyveil labels IN --out=labels.json", then --labels.',
      );
    const set = scanFolders(input, shard);
    if (set.labels.length === 0) refuse(`In ${input} there are no folders of photos, one a label.`);
    if (values.labels !== null) refuseUnknown(set.labels, frozen ?? [], values.labels);
    const labels = orderOf(
      frozen,
      set.labels.map(({ label }) => label),
    );
    sayLeftOut(set, terminal);
    if (values['dry-run']) {
      describeRun({ set, settings, output, shard, receipt, out, labels }, terminal, values.json);
      return exits.done;
    }
    const key = await readKey(values['key-file']);
    const dataset = datasetOf(values.dataset, key, survey.head);
    const basis = await basisOf(key, dataset, settings, labels);
    return carryOut(
      {
        ...{ basis, output, shard, receipt, part, out: resolve(out) },
        ...{ threads: values.threads, anew: values.anew, json: values.json },
        total: set.labels.reduce((sum, label) => sum + label.photos, 0),
        work: (run, _survey, known) => protectFolders(set, run, known),
      },
      terminal,
    );
  },
});

function overlaps(a: string, b: string): boolean {
  const inside = (outer: string, inner: string) => {
    const way = relative(resolve(outer), resolve(inner));
    return way === '' || !(way.startsWith('..') || isAbsolute(way));
  };
  return inside(a, b) || inside(b, a);
}
