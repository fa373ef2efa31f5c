import { mkdirSync, openAsBlob, readdirSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { planVolumes } from '../../src/archive/volumes.ts';
import { writeVolume } from '../../src/archive/writeVolume.ts';
import type { StoredFile } from '../../src/storage/storage.ts';
import { type ProbeSheet, parseProbeSheet } from '../../src/trace/core/probeSheet.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { refuse } from '../terminal/refusal.ts';
import { probeOptions } from './options.ts';
import { wishesOf } from './wishes.ts';
import { withClaim } from './withClaim.ts';

/** Pictures to show to a model of others. */
export const probes = command({
  name: 'trace probes',
  about: 'Makes pictures to show to somebody’s model: photos with your marks and with decoys’.',
  usage: ['<folder of photos> --receipt=<file> [options]'],
  options: probeOptions,
  teaches: `
Writes probes.zip, to hand out, and probes.keyveil-probes.json, to keep for yourself: it says which picture carries what.
Whoever has the model lets it name each picture; "keyveil trace verdict" then says what the answers show.`,
  async run({ values, positionals: [photos] }, terminal, home) {
    const out = resolve(values.out);
    const folder = join(out, 'probes');
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) refuse(`${folder} is not empty.`);
    const made = await withClaim({ folder: photos, ...values }, terminal, home, async page => {
      await page.exposeFunction('keepProbe', (name: string, content: string) => {
        if (!/^[0-9a-f]{16}\.(?:jpg|png)$/.test(name)) throw new Error('No name of a probe.');
        writeFileSync(join(folder, name), Buffer.from(content, 'base64'));
      });
      return page.evaluate(([wishes, labels]) => window.trace.probes(wishes, labels), [
        wishesOf(values),
        values.label,
      ] as const);
    });
    if ('trouble' in made) refuse(made.trouble);
    const sheet = join(out, 'probes.keyveil-probes.json');
    writeFileSync(sheet, made.sheet);
    const read = parseProbeSheet(made.sheet);
    if (read.kind === 'refused') throw new Error(`The page made a sheet that is none: ${read.reason}`);
    const zips = await zipped(folder, read.value, out);
    if (made.failed > 0) terminal.say(`${made.failed} photos could not be read and were left out.`);
    terminal.print(`${read.value.files.length} probes: ${zips.join(', ')}`);
    terminal.print(`Keep for yourself: ${sheet}`);
    return exits.done;
  },
});

/** The archive's own writer, in the order of the names. */
async function zipped(folder: string, { files }: ProbeSheet, out: string): Promise<readonly string[]> {
  const entries = files.map(({ name }) => ({
    path: name,
    stored: { kind: 'file' as const, folder, name },
    bytes: statSync(join(folder, name)).size,
  }));
  const paths: string[] = [];
  for (const volume of planVolumes('probes', entries)) {
    const path = join(out, volume.name);
    const file = await open(path, 'w');
    const sink = Writable.toWeb(file.createWriteStream());
    const blobOf = async (stored: StoredFile) =>
      stored.kind === 'file' ? openAsBlob(join(folder, stored.name)) : null;
    const outcome = await writeVolume(volume, blobOf, sink);
    if (outcome.kind !== 'written') refuse(`${path} could not be written.`);
    paths.push(path);
  }
  return paths;
}
