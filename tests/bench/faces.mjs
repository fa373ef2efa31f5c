/**
 * Does a face recogniser still match a protected face with the same face unprotected?
 *
 *   npm run faces
 *
 * The recogniser and its six photos of people come from `@vladmandic/face-api`, which `npm run faces` fetches. Each
 * photo is protected by `keyveil protect` under every preset; then faces are found in both and their descriptors (128
 * numbers) compared. Two faces count as one person's from a distance of 0.6 down, as its authors propose.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../findBrowser.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const faceApi = process.env.KEYVEIL_FACE_API ?? join(root, 'node_modules/@vladmandic/face-api');
const presets = ['light', 'standard', 'strong'];
const numbers = [1, 2, 3, 4, 5, 6];
const same = 0.6;

const folder = mkdtempSync(join(tmpdir(), 'keyveil-faces-'));
try {
  const clean = join(folder, 'clean');
  // Two labels, three photos each.
  for (const n of numbers) {
    mkdirSync(join(clean, labelOf(n)), { recursive: true });
    copyFileSync(join(faceApi, 'demo', `sample${n}.jpg`), join(clean, labelOf(n), `sample${n}.jpg`));
  }
  for (const preset of presets) {
    const given = ['protect', clean, join(folder, preset), `--preset=${preset}`, '--dataset=faces'];
    execFileSync(process.execPath, [join(root, 'cli/keyveil.mjs'), ...given], {
      env: { ...process.env, KEYVEIL_KEY: 'a key for faces of 83 humming otters' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  report(await facesOf(['clean', ...presets]));
} finally {
  rmSync(folder, { recursive: true });
}

function labelOf(n) {
  return n % 2 === 0 ? 'even' : 'odd';
}

/** The faces of all photos, by set: where they are and their descriptors. */
async function facesOf(sets) {
  const found = await findBrowser(console.error);
  const browser = await chromium.launch({ executablePath: found.path, args: browserFlags });
  try {
    const page = await browser.newPage();
    await page.route('http://faces.local/**', route => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname);
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      const [, first = '', rest = ''] = /^\/([^/]*)\/(.*)$/.exec(path) ?? [];
      const homes = {
        'face-api': faceApi,
        wasm: join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist'),
      };
      const home = [homes[first] ?? join(folder, first), rest];
      const contentType = path.endsWith('.js') ? 'text/javascript' : undefined;
      return route.fulfill({ contentType, body: readFileSync(join(...home)) });
    });
    await page.goto('http://faces.local/');
    await page.evaluate(async () => {
      const api = await import('http://faces.local/face-api/dist/face-api.esm.js');
      api.tf.setWasmPaths('http://faces.local/wasm/');
      await api.tf.setBackend('wasm');
      await api.tf.ready();
      const nets = [api.nets.ssdMobilenetv1, api.nets.faceLandmark68Net, api.nets.faceRecognitionNet];
      for (const net of nets) await net.loadFromUri('http://faces.local/face-api/model');
      window.faces = async address => {
        const image = await createImageBitmap(await (await fetch(address)).blob());
        const canvas = document.createElement('canvas');
        // Half their size: faces of some 100 px, as on a page.
        [canvas.width, canvas.height] = [Math.round(image.width / 2), Math.round(image.height / 2)];
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        const all = await api.detectAllFaces(canvas).withFaceLandmarks().withFaceDescriptors();
        return all.map(({ detection: { box }, descriptor }) => ({
          ...{ x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width },
          descriptor: [...descriptor],
        }));
      };
    });
    const all = {};
    for (const set of sets) {
      all[set] = [];
      for (const n of numbers) {
        const address = `http://faces.local/${set}/${labelOf(n)}/sample${n}.jpg`;
        all[set].push(await page.evaluate(given => window.faces(given), address));
        console.error(`${set}, photo ${n}: ${all[set].at(-1).length} faces`);
      }
    }
    return all;
  } finally {
    await browser.close();
  }
}

function report(all) {
  const photos = all.clean;
  const faces = photos.flat().length;
  // Two faces in one photo are two people.
  const others = photos.flatMap(own =>
    own.flatMap((one, at) => own.slice(at + 1).map(two => distance(one, two))),
  );
  console.log(`${faces} faces in ${photos.length} photos; two count as one person's from ${same} down.\n`);
  console.log('| faces compared | pairs | distance: median (least to greatest) | taken for one person |');
  console.log('| --- | ---: | ---: | ---: |');
  console.log(row('two people in one photo, not protected', others));
  for (const preset of presets) {
    const pairs = photos.flatMap((own, photo) =>
      own.flatMap(face => {
        const there = all[preset][photo].find(
          one => Math.hypot(one.x - face.x, one.y - face.y) < face.width / 2,
        );
        return there ? [distance(face, there)] : [];
      }),
    );
    console.log(row(`a face and itself under ${preset} (${faces - pairs.length} not found)`, pairs));
  }
}

function distance(one, two) {
  return Math.hypot(...one.descriptor.map((value, i) => value - two.descriptor[i]));
}

function row(what, distances) {
  const sorted = [...distances].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const [least, most] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  const matched = sorted.filter(one => one <= same).length;
  const ends = `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
  return `| ${what} | ${sorted.length} | ${ends} | ${matched} of ${sorted.length} |`;
}
