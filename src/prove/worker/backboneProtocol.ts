import type { Broken } from '../../core/faults/failure.ts';
import type { ModelFile } from '../../models/modelFiles.ts';
import type { LayersOutcome, ModelOutcome } from '../../models/modelHost.ts';
import type { ModelInput } from '../../models/modelInput.ts';
import type { LastLayerAnswers, LastLayerTask } from '../core/backbone/backbone.ts';
import type { FeatureRows } from '../core/backbone/ridge.ts';

/** What the page may ask of the worker that holds a network of others. Everything here crosses a thread. */

type FeaturesOutcome =
  | { readonly kind: 'features'; readonly rows: FeatureRows }
  /** The pictures do not fit the network, or it failed at them. Its own words. */
  | { readonly kind: 'failed'; readonly detail: string };

export interface BackboneWorkerApi {
  /** Lets go of the network before. */
  open(files: readonly ModelFile[]): Promise<ModelOutcome | Broken>;
  layers(input: ModelInput): Promise<LayersOutcome>;
  /** @param pixels RGB bytes, side · side · 3 a picture */
  features(pixels: Uint8Array<ArrayBuffer>, input: ModelInput, layer: string): Promise<FeaturesOutcome>;
  learn(task: LastLayerTask): LastLayerAnswers;
}
