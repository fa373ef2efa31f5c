/**
 * What a pretrained network still learns from a folder of photos, clean and under every preset: MobileNetV2 of the
 * package `nsfwjs`, as it is, with a new last layer. Further options are those of `keyveil lab --help`.
 *
 *   npm run pretrained -- <folder with one folder a label> [--hold-out=0.5 …]
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeMobileNet } from '../fixtures/pretrained.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const model = writeMobileNet(join(root, '.results/mobilenet'));
const lab = [join(root, 'cli/keyveil.mjs'), 'lab', '--table', `--backbone=${model}`];
const { status } = spawnSync(process.execPath, [...lab, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
