import { givenFiles } from '../../src/state/model/givenFile.ts';
import '../../src/locales/later.ts';
import { castPresets, cudaPresets } from '../../src/core/settings.ts';
import { typicalSide } from '../../src/prove/core/proving.ts';
import {
  createDetectorSession,
  type DetectorCheck,
  type DetectorFinding,
} from '../../src/prove/state/detectorSession.ts';
import { createProveSession } from '../../src/prove/state/proveSession.ts';
import { browserServices } from '../../src/state/browserServices.ts';
import { createKeyveil } from '../../src/state/createKeyveil.ts';

/** Whether a scraper could tell, without the app's page: its own state and workers, driven by cli/lab. */

export type DetectorNews =
  | { readonly kind: 'at-work'; readonly check: DetectorCheck }
  /** No labelled photos, or not two labels with five of them each. */
  | { readonly kind: 'nothing-found' }
  | { readonly kind: 'ended'; readonly finding: Pick<DetectorFinding, 'detected' | 'left'> }
  | { readonly kind: 'came-to-nothing'; readonly check: DetectorCheck };

interface DetectorPage {
  /** Begins with the files of the page's file field. */
  begin(): void;
  news(): DetectorNews;
}

declare global {
  interface Window {
    detector: DetectorPage;
  }
}

/** Photos below this short side are met with the paper's filters for CIFAR, larger ones with those for ImageNet. */
const small = 64;

const keyveil = createKeyveil(browserServices());
const check = createProveSession(keyveil.store, keyveil.photoSetServices);
const detector = createDetectorSession(keyveil.store, check);
let state: 'reading' | 'trying' | 'over' = 'reading';

async function tryAll(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('#photos');
  await check.take(Promise.resolve(givenFiles(field?.files ?? [])));
  const { source } = check.store.getState();
  if (source.kind === 'dropped') {
    state = 'trying';
    const cuda =
      typicalSide(source.photos.map(({ shortSide }) => shortSide)) < small
        ? cudaPresets.cifar
        : cudaPresets.imagenet;
    await detector.run([...Object.values(castPresets), cuda]);
  }
  state = 'over';
}

window.detector = {
  begin: () => void tryAll(),
  news() {
    const { check, finding } = detector.store.getState();
    if (state !== 'over') return { kind: 'at-work', check };
    if (finding) return { kind: 'ended', finding: { detected: finding.detected, left: finding.left } };
    return check.kind === 'none' ? { kind: 'nothing-found' } : { kind: 'came-to-nothing', check };
  },
};
