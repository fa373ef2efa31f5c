import type { LabPictures, Pictures } from '../core/experiment.ts';
import type { LabHashes } from '../core/labReport.ts';

/** What tells whether two runs were made of the same pictures: SHA-256 over labels and pixels as networks see them. */
export async function hashesOf({ labels, train, test }: LabPictures): Promise<LabHashes> {
  const hash = (pictures: Pictures) => hashOf(labels, pictures);
  return {
    clean: await hash(train.clean),
    protected: await hash(train.protected),
    test: await hash(test.clean),
  };
}

async function hashOf(labels: readonly string[], { side, labelOf, pixels }: Pictures): Promise<string> {
  const head = new TextEncoder().encode(`${JSON.stringify({ labels, side, labelOf })}\n`);
  const all = new Uint8Array(head.length + pixels.length);
  all.set(head);
  all.set(pixels, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}
