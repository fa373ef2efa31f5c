import { expect } from 'vitest';
import { parseReceipt, type Receipt } from '../../../src/core/receipt.ts';
import { sha256 } from '../../../src/pipeline/digest.ts';
import type { ProtectJob, ProtectOutcome } from '../../../src/pipeline/job.ts';
import { createKeyveil, type Keyveil } from '../../../src/state/createKeyveil.ts';
import { givenFiles } from '../../../src/state/model/givenFile.ts';
import { filterOfLabel } from '../../../src/state/queries/filters.ts';
import { orderedLabels } from '../../../src/state/queries/labels.ts';
import { photoStatus } from '../../../src/state/queries/photoStatus.ts';
import { receiptStanding } from '../../../src/state/queries/receiptStanding.ts';
import type { FoundPhoto } from '../../../src/state/services/intake.ts';
import type { Services } from '../../../src/state/services.ts';
import { until } from '../../fixtures/until.ts';
import { fakeServices } from './fakeServices.ts';

/** The store with true keys, filters and digests; "protecting" a photo gives `protected <its content>`. */

const digestOf = async (blob: Blob) => sha256(new Uint8Array(await blob.arrayBuffer()));

export async function protect(job: ProtectJob): Promise<ProtectOutcome> {
  const result = new Blob(['protected ', job.file]);
  return {
    kind: 'protected',
    id: job.id,
    stored: { kind: 'memory', blob: result },
    bytes: result.size,
    sha256: await digestOf(result),
    sourceSha256: await digestOf(job.file),
    width: 640,
    height: 480,
    peak: job.treatment?.method === 'cuda' ? 300 : null,
    notes: [],
  };
}

export class Visit {
  readonly jobs: ProtectJob[] = [];
  readonly saved = new Map<string, Blob>();
  readonly keyveil: Keyveil;
  #coming: readonly FoundPhoto[] = [];

  constructor(besides: Partial<Services> = {}, outcome = protect) {
    const { previews, createPool, save } = fakeServices();
    const services = fakeServices({
      previews: { ...previews, digests: files => Promise.all(files.map(digestOf)) },
      createPool: choice => ({
        ...createPool(choice),
        protect: async (job, _, onStart) => {
          this.jobs.push(job);
          onStart();
          return outcome(job);
        },
      }),
      intake: {
        read: async () => ({ photos: this.#coming, leftOut: [], questions: [] }),
        samplePhotos: async () => [],
        drawSamples: async () => [],
      },
      save: { ...save, file: (name, blob) => this.saved.set(name, blob) },
      ...besides,
    });
    this.keyveil = createKeyveil(services);
  }

  get state() {
    return this.keyveil.store.getState();
  }

  get actions() {
    return this.keyveil.actions;
  }

  async give(photos: readonly FoundPhoto[], ...besides: readonly File[]): Promise<void> {
    this.#coming = photos;
    await this.actions.addFiles([...givenFiles(besides), ...photos]);
  }

  async key(passphrase: string): Promise<void> {
    this.actions.setPassphrase(passphrase);
    this.actions.wantWeakKey(true);
    // As Enter does it: without waiting for more to be typed.
    this.actions.deriveKey();
    await until(() => expect(this.state.filters).not.toBeNull());
    await until(() => expect(receiptStanding(this.state)).not.toBe('checking'));
  }

  async receiptFile(): Promise<File> {
    await this.actions.saveReceipt();
    const [name, blob] = [...this.saved].find(([name]) => name.endsWith('.keyveil.json')) ?? [];
    if (!name || !blob) throw new Error('no receipt was saved');
    return new File([blob], name);
  }

  async receipt(): Promise<Receipt> {
    const read = parseReceipt(await (await this.receiptFile()).text());
    if (read.kind !== 'read') throw new Error(read.reason);
    return read.value;
  }

  statuses(): Record<string, string> {
    return Object.fromEntries(
      this.state.arrangement.order.map(id => [
        this.state.photos.get(id)?.path ?? '',
        photoStatus(this.state, id),
      ]),
    );
  }

  labelNames(): readonly string[] {
    return orderedLabels(this.state).map(({ name }) => name);
  }

  filterOf(name: string) {
    const label = this.state.arrangement.labels.find(one => one.name === name);
    return label ? filterOfLabel(this.state, label.id) : null;
  }
}
