import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import sharp from 'sharp';
import { samplePhotos } from '../../src/core/samplePhotos.ts';
import { smallCnn } from '../../src/prove/lab/models/smallCnn.ts';
import { RunControl } from '../../src/prove/lab/train/runControl.ts';
import { trainModel } from '../../src/prove/lab/train/trainModel.ts';
import {
  type ExampleNetwork,
  exampleFiles,
  exampleModel,
  examplePhoto,
} from '../../src/trace/core/exampleModel.ts';
import { openWasm } from '../unit/tfjs/wasmBackend.ts';
import { cutSquares } from './squares.ts';
import { writeModel } from './writeModel.ts';

const epochs = 12;
const { folder, labels, squares, side, passphrase, dataset, receipt } = exampleModel;

/** Everything that lies in public/example. */
export async function makeExample(root: string): Promise<void> {
  const out = join(root, 'public', folder);
  mkdirSync(out, { recursive: true });
  await protectSamples(root, out);
  await openWasm();
  const sets = await cutSquares(join(root, 'public/samples'));
  for (const network of ['protected', 'clean'] as const satisfies readonly ExampleNetwork[]) {
    const model = smallCnn(side, labels.length, 20);
    await trainModel(
      {
        model,
        learns: 'all',
        pictures: sets[network],
        labels: labels.length,
        hooks: { batch: given => given },
        epochs,
        batch: 24,
        learningRate: 0.003,
        random: seedrandom(`example/${network}`),
      },
      new RunControl(),
      {
        step: () => {},
        epoch: async ({ epoch, trainAccuracy }) =>
          console.log(`${network}: epoch ${epoch} of ${epochs}, ${(100 * trainAccuracy).toFixed(1)} % right`),
      },
    );
    await writeModel(model, out, exampleFiles(network));
    model.dispose();
  }
  console.log(`${samplePhotos.length} photographs, ${squares} squares each: ${out}`);
}

/** Whose the photograph at that place of the samples is. */
function exampleLabel(place: number): string {
  return labels[place % labels.length] as string;
}

/** The command line protects the photographs as anybody's; the receipt is kept, and a few photos as others might have them. */
async function protectSamples(root: string, to: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'keyveil-example-'));
  try {
    for (const [at, { file }] of samplePhotos.entries()) {
      const label = exampleLabel(at);
      mkdirSync(join(work, 'photos', label), { recursive: true });
      cpSync(join(root, 'public/samples', file), join(work, 'photos', label, file));
    }
    execFileSync(
      process.execPath,
      [
        join(root, 'cli/keyveil.mjs'),
        'protect',
        join(work, 'photos'),
        join(work, 'out'),
        `--dataset=${dataset}`,
      ],
      { env: { ...process.env, KEYVEIL_KEY: passphrase }, stdio: 'inherit' },
    );
    writeFileSync(join(to, receipt), readFileSync(join(work, 'out.keyveil.json')));
    await takeAway(work, to);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Some of the protected photos, and the last as it is: made smaller, and saved again as a JPEG of another quality. */
async function takeAway(work: string, to: string): Promise<void> {
  for (const [at, name] of exampleModel.found.entries()) {
    const label = exampleLabel(samplePhotos.findIndex(({ file }) => file === name));
    const clean = at === exampleModel.found.length - 1;
    const { data, info } = await sharp(join(work, clean ? 'photos' : 'out', label, name)).toBuffer({
      resolveWithObject: true,
    });
    await sharp(data)
      .resize({ width: Math.round(info.width * 0.8) })
      .jpeg({ quality: 80 })
      .toFile(join(to, examplePhoto(name)));
  }
}
