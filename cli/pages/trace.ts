import type { Broken } from '../../src/core/faults/failure.ts';
import { parseReceipt } from '../../src/core/receipt.ts';
import { inputOfShape, type ModelInput, scalings } from '../../src/models/modelInput.ts';
import { type Claim, claimOf } from '../../src/trace/core/claim.ts';
import { type ProbeSheet, probeSheetText } from '../../src/trace/core/probeSheet.ts';
import type { ProbePlan, ProbeWishes } from '../../src/trace/core/probes.ts';
import { openModelHandle } from '../../src/trace/worker/askClient.ts';
import {
  makeProbes,
  type ProbesProgress,
  type ProbesTask,
  planAside,
} from '../../src/trace/worker/probesClient.ts';
import type { ModelOutcome } from '../../src/trace/worker/probesProtocol.ts';
import { createKeyClient } from '../../src/workers/key/keyClient.ts';

/** Trace's first part without its page: the app's own code and workers, driven by cli/trace. */

/** What went wrong, in words for a terminal. */
interface Trouble {
  readonly trouble: string;
}

export interface AskWishes {
  readonly scaling: keyof typeof scalings;
  /** Null: as the model's file says, or 224. */
  readonly side: number | null;
}

interface TracePage {
  /** Opens a receipt with its key. The key stays in its worker. */
  claim(receipt: string, passphrase: string): Promise<{ readonly labels: readonly string[] } | Trouble>;
  /** Makes the files of all probes, from the photos of the page's file field; each goes to `keepProbe`. */
  probes(
    wishes: Omit<ProbeWishes, 'labels'>,
    labels: readonly string[],
  ): Promise<{ readonly sheet: string; readonly failed: number } | Trouble>;
  /** Asks the model of the page's other file field. `said`: class of each probe. */
  ask(
    wishes: Omit<ProbeWishes, 'labels'>,
    labels: readonly string[],
    how: AskWishes,
  ): Promise<
    | {
        readonly sheet: string;
        readonly said: readonly (readonly [string, number])[];
        readonly classes: number;
        readonly model: 'tfjs' | 'onnx';
        readonly input: ModelInput;
        readonly failed: number;
      }
    | Trouble
  >;
  progress: ProbesProgress | null;
}

declare global {
  interface Window {
    trace: TracePage;
    /** On the terminal's side: writes a probe, base64. */
    keepProbe(name: string, content: string): Promise<void>;
  }
}

const never = new AbortController().signal;

let claim: Claim | null = null;

const pictures = /\.(?:jpe?g|png|webp|avif|gif|bmp|heic|heif)$/i;

function filesOf(field: string): readonly File[] {
  return [...(document.querySelector<HTMLInputElement>(field)?.files ?? [])];
}

function photosHere(): readonly File[] {
  return filesOf('#photos')
    .filter(({ name }) => pictures.test(name))
    .sort((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1));
}

/** The options of the command that each refusal is about. */
const options = { labels: 'label', decoys: 'decoys', side: 'size' } as const;

/** The plan, and what making it takes. */
async function planned(
  wishes: Omit<ProbeWishes, 'labels'>,
  labels: readonly string[],
): Promise<{ readonly plan: ProbePlan; readonly task: ProbesTask } | Trouble> {
  if (claim === null) return { trouble: 'There is no receipt.' };
  const { receipt } = claim;
  const photos = photosHere();
  const labelOf = photos.map(({ webkitRelativePath }) => webkitRelativePath.split('/').at(-2) ?? null);
  const all = labels.length > 0 ? labels : receipt.labels;
  const plan = await planAside(claim, labelOf, { ...wishes, labels: all }, never);
  if (plan.kind === 'too-few') {
    return {
      trouble: `For the label ${plan.label} there are ${plan.photos} photos that are not of it; 50 are needed.`,
    };
  }
  if (plan.kind === 'refused')
    return { trouble: `These probes cannot be had: see --${options[plan.reason]}.` };
  if (plan.kind !== 'planned') return { trouble: `The probes were not planned (${plan.kind}).` };
  return { plan, task: { plan, receipt, photos, engine: 'auto' } };
}

window.trace = {
  progress: null,

  async claim(text, passphrase) {
    const read = parseReceipt(text);
    if (read.kind === 'refused') return { trouble: `This receipt cannot be read (${read.reason}).` };
    const keys = createKeyClient();
    const derived = await keys.derive(passphrase, read.value.dataset);
    if (derived.kind !== 'ready') return { trouble: 'There is no key.' };
    const made = await keys.imprints(read.value.labels, read.value.settings);
    keys.dispose();
    if (made.kind !== 'made') return { trouble: `The key gave nothing (${made.kind}).` };
    const outcome = await claimOf(read.value, {
      keyCheck: derived.keyCheck,
      imprints: async () => made.imprints,
    });
    if (outcome.kind === 'wrong-key') return { trouble: 'This is not the key of that receipt.' };
    if (outcome.kind === 'other-filters')
      return { trouble: 'The receipt was changed: its filters are others.' };
    claim = outcome.claim;
    return { labels: read.value.labels };
  },

  async probes(wishes, labels) {
    const found = await planned(wishes, labels);
    if ('trouble' in found) return found;
    const keep = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      window.keepProbe(name, base64(bytes));
    const outcome = await makeProbes(found.task, keep, never, progress => {
      window.trace.progress = progress;
    });
    if (outcome.kind !== 'made') return { trouble: `The probes were not made (${outcome.kind}).` };
    return { sheet: probeSheetText(outcome.sheet), failed: outcome.failed };
  },

  async ask(wishes, labels, { scaling, side }) {
    const handle = openModelHandle();
    try {
      const files = filesOf('#model').map(file => ({ name: file.name, blob: file }));
      const opened = await handle.open(files);
      if (opened.kind !== 'opened') return { trouble: refusalText(opened) };
      const shape = inputOfShape(opened.shape, side ?? 224);
      if (shape === null) return { trouble: `It takes no pictures, but ${JSON.stringify(opened.shape)}.` };
      const input: ModelInput = { ...scalings[scaling], ...shape, side: side ?? shape.side };
      const found = await planned({ ...wishes, side: input.side, shape: 'square' }, labels);
      if ('trouble' in found) return found;
      const outcome = await handle.question(found.task, input, never, progress => {
        window.trace.progress = progress;
      });
      if (outcome.kind === 'failed') return { trouble: `The model failed: ${outcome.detail}` };
      if (outcome.kind !== 'answered') return { trouble: `The model was not asked (${outcome.kind}).` };
      const { sheet, said, classes, failed } = outcome;
      return { ...spread(sheet), said: [...said], classes, failed, model: opened.model, input };
    } finally {
      handle.close();
    }
  },
};

const spread = (sheet: ProbeSheet) => ({ sheet: probeSheetText(sheet) });

function refusalText(refusal: Exclude<ModelOutcome, { kind: 'opened' }> | Broken): string {
  if (refusal.kind === 'worker-lost') return 'The model took the browser down with it.';
  if (refusal.kind === 'unexpected') return `A mistake of ours: ${refusal.detail}`;
  if (refusal.reason === 'missing-files')
    return `Files of the model are missing: ${refusal.names.join(', ')}.`;
  if (refusal.reason === 'not-loaded') return `The model cannot be opened: ${refusal.detail}`;
  return 'None of these files is a model.';
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
