import type { MethodSettings, OutputSettings } from '../../src/core/settings.ts';
import type { Shard } from '../parts/shard.ts';
import type { FolderSet } from '../set/folders.ts';
import { refuse } from '../terminal/refusal.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Source } from './source.ts';

/** Below so many photos a label protects less when a model is trained on it alone (README, Small labels). */
const fewPhotos = 50;

const count = (value: number) => value.toLocaleString('en');

/** Labels that a frozen order does not name would get filters that no other share knows. @throws Refusal */
export function refuseUnknown(
  labels: readonly { readonly label: string }[],
  frozen: readonly string[],
  file: string,
): void {
  const unknown = labels.map(({ label }) => label).filter(label => !frozen.includes(label));
  if (unknown.length > 0)
    refuse(`${file} does not name ${unknown.slice(0, 5).join(', ')}: write it anew with "keyveil labels".`);
}

export function sayLeftOut({ loose, others }: FolderSet, terminal: Terminal): void {
  if (loose > 0) terminal.say(`${count(loose)} photos lie in no label's folder and are left out.`);
  if (others > 0) terminal.say(`${count(others)} files are no photos by their names and are left out.`);
}

interface Intended {
  readonly source: Source;
  readonly settings: MethodSettings;
  readonly output: OutputSettings;
  readonly shard: Shard;
  readonly receipt: string;
  readonly out: string;
  readonly labels: readonly string[];
}

/** What a run would do. */
export function describeRun(intended: Intended, terminal: Terminal, json: boolean): void {
  const { source, settings, output, shard, receipt, out, labels } = intended;
  if (json) {
    const { format } = output;
    terminal.print(
      JSON.stringify({ event: 'plan', ...factsOf(source), settings, format, shard, receipt, out, labels }),
    );
    return;
  }
  if (source.kind === 'folders') describeFolders(source.set, shard, terminal);
  if (source.kind === 'tars')
    terminal.print(`${count(source.set.tars.length)} tars with ${labels.length} labels.`);
  const numbers = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  const share = shard.of > 1 ? `Share ${shard.index} of ${shard.of}` : 'All';
  terminal.print(`\n${share} would go to ${out}: ${numbers.join(', ')}; format ${output.format}.`);
  terminal.print(`The receipt would be ${receipt}. Nothing was done.`);
}

function factsOf(source: Source) {
  if (source.kind === 'stream') return { tars: 1 };
  if (source.kind === 'tars') return { tars: source.set.tars.length };
  const { labels, loose, others } = source.set;
  const photos = labels.reduce((sum, label) => sum + label.photos, 0);
  return { photos, byLabel: Object.fromEntries(labels.map(one => [one.label, one.photos])), loose, others };
}

function describeFolders({ labels }: FolderSet, shard: Shard, terminal: Terminal): void {
  terminal.print(
    table(
      ['label', 'photos'],
      labels.map(({ label, photos }) => [label, count(photos)]),
    ),
  );
  const photos = labels.reduce((sum, label) => sum + label.photos, 0);
  terminal.print(`\n${count(photos)} photos.`);
  const few = labels.filter(label => label.photos < fewPhotos && shard.of === 1);
  if (few.length > 0)
    terminal.print(`${few.length} labels have fewer than ${fewPhotos} photos: alone they protect less.`);
}
