import { givenFiles } from '../../src/state/model/givenFile.ts';
import '../../src/locales/later.ts';
import type { MethodSettings } from '../../src/core/settings.ts';
import { pooledLayer, usableLayers } from '../../src/models/featureLayer.ts';
import type { ModelOutcome } from '../../src/models/modelHost.ts';
import { inputOfShape, type ModelInput, type ScalingName, scalings } from '../../src/models/modelInput.ts';
import { usualScaling } from '../../src/models/typedInput.ts';
import type { BackboneColumn, BackboneFinding } from '../../src/prove/core/backbone/backbone.ts';
import type { BackboneReport } from '../../src/prove/core/backbone/backboneReport.ts';
import { backboneReportFile, backboneReportOf } from '../../src/prove/state/backbone/backboneReports.ts';
import { learnOnBackbone } from '../../src/prove/state/backbone/backboneRun.ts';
import { originHere } from '../../src/prove/state/labReports.ts';
import { labBasisOf } from '../../src/prove/state/labSession.ts';
import { createProveSession } from '../../src/prove/state/proveSession.ts';
import { type BackboneProgress, openBackbone } from '../../src/prove/worker/backboneClient.ts';
import { browserServices } from '../../src/state/browserServices.ts';
import { createKeyveil } from '../../src/state/createKeyveil.ts';
import { keyReady } from './keyReady.ts';

/** Last layers on a network of others without the app's page: its own state and workers, driven by cli/lab. */

export interface BackboneWishes {
  readonly passphrase: string;
  readonly dataset: string;
  readonly settings: MethodSettings;
  readonly dealing: BackboneReport['dealing'];
  readonly columns: readonly BackboneColumn[];
  /** Null: as is usual for its kind. */
  readonly scaling: ScalingName | null;
  /** Null: as its file says, or 224. */
  readonly side: number | null;
  /** Null: the last pooled layer. */
  readonly layer: string | null;
  /** Of the sources; null where that is not known. */
  readonly commit: string | null;
}

/** `trouble`: what went wrong, in words for a terminal. */
type Answer = { readonly finding: BackboneFinding; readonly html: string; readonly json: string } | Trouble;

interface Trouble {
  readonly trouble: string;
}

interface BackbonePage {
  /** With the photos and the network of the page's file fields. */
  learn(wishes: BackboneWishes): Promise<Answer>;
  progress: BackboneProgress | null;
}

declare global {
  interface Window {
    backbone: BackbonePage;
  }
}

const keyveil = createKeyveil(browserServices());
const check = createProveSession(keyveil.store, keyveil.photoSetServices);
const never = new AbortController().signal;

function filesOf(field: string): FileList | readonly File[] {
  return document.querySelector<HTMLInputElement>(field)?.files ?? [];
}

window.backbone = {
  progress: null,

  async learn(wishes) {
    const started = performance.now();
    const basis = await basisOfFolder(wishes);
    if ('trouble' in basis) return basis;
    const handle = openBackbone();
    try {
      const files = [...filesOf('#model')].map(file => ({ name: file.name, blob: file }));
      const opened = await handle.open(files);
      if (opened.kind !== 'opened') return { trouble: refusalText(opened) };
      const input = inputFor(opened, wishes);
      if ('trouble' in input) return input;
      const layer = await layerOf(handle, input, wishes.layer);
      if (typeof layer !== 'string') return layer;
      const run = { ...wishes, input, layer };
      const learn = learnOnBackbone(
        keyveil.store,
        keyveil.photoSetServices,
        handle,
        basis,
        run,
        never,
        now => {
          window.backbone.progress = now;
        },
      );
      const outcome = await learn;
      if (outcome.kind === 'failed') return { trouble: `The network failed: ${outcome.detail}` };
      if (outcome.kind === 'too-few')
        return {
          trouble: `Too few photos of ${outcome.labels.join(', ') || 'all labels'}: three a label are needed.`,
        };
      if (outcome.kind !== 'learnt') return { trouble: `Nothing was learnt (${outcome.kind}).` };
      const { kind: _, ...learnt } = outcome;
      const main = files.find(({ name }) => /\.(?:onnx|json)$/i.test(name));
      const finding: BackboneFinding = {
        ...learnt,
        model: { name: main?.name ?? '', kind: opened.model },
        input,
        layer,
        seconds: (performance.now() - started) / 1000,
      };
      return { finding, ...(await reports(finding, wishes)) };
    } finally {
      handle.close();
    }
  },
};

async function basisOfFolder({ dataset, settings, passphrase }: BackboneWishes) {
  keyveil.actions.setDataset(dataset);
  keyveil.actions.setSettings(settings);
  keyveil.actions.setPassphrase(passphrase);
  await check.take(Promise.resolve(givenFiles(filesOf('#photos'))));
  const { source } = check.store.getState();
  if (source.kind !== 'dropped')
    return { trouble: 'There are no photos in folders of their own, one a label.' };
  if (!(await keyReady(keyveil.store))) return { trouble: 'There is no key.' };
  return labBasisOf(keyveil.store.getState(), source) ?? { trouble: 'There is no key.' };
}

function inputFor(
  { model, shape }: Extract<ModelOutcome, { kind: 'opened' }>,
  { scaling, side }: BackboneWishes,
): ModelInput | Trouble {
  const wanted = inputOfShape(shape, side ?? 224);
  if (wanted === null) return { trouble: `It takes no pictures, but ${JSON.stringify(shape)}.` };
  return { ...scalings[scaling ?? usualScaling(model)], ...wanted, side: side ?? wanted.side };
}

async function layerOf(
  handle: ReturnType<typeof openBackbone>,
  input: ModelInput,
  wanted: string | null,
): Promise<string | Trouble> {
  const found = await handle.layers(input);
  if (found.kind === 'failed') return { trouble: `The network failed: ${found.detail}` };
  if (found.kind !== 'layers') return { trouble: `The network was lost (${found.kind}).` };
  const usable = usableLayers(found.layers, input.layout);
  const layer =
    wanted === null ? pooledLayer(found.layers, input.layout) : usable.find(({ name }) => name === wanted);
  if (layer) return layer.name;
  const names = usable.map(({ name, shape }) => `  ${name} [${shape.join(', ')}]`);
  return { trouble: `There is no such layer. It has:\n${names.join('\n')}` };
}

async function reports(finding: BackboneFinding, { dealing, commit }: BackboneWishes) {
  const origin = { ...originHere(navigator), commit };
  const report = backboneReportOf(finding, keyveil.store.getState(), dealing, origin);
  const text = (kind: 'html' | 'json') => backboneReportFile(report, kind).blob.text();
  return { html: await text('html'), json: await text('json') };
}

function refusalText(
  refusal: Exclude<Awaited<ReturnType<ReturnType<typeof openBackbone>['open']>>, { kind: 'opened' }>,
): string {
  if (refusal.kind === 'worker-lost') return 'The network took the browser down with it.';
  if (refusal.kind === 'unexpected') return `A mistake of ours: ${refusal.detail}`;
  if (refusal.reason === 'missing-files')
    return `Files of the network are missing: ${refusal.names.join(', ')}.`;
  if (refusal.reason === 'not-loaded') return `The network cannot be opened: ${refusal.detail}`;
  return 'None of these files is a network: --backbone takes an .onnx file or a model.json of TensorFlow.js.';
}
