import type { Broken } from '../../core/faults/failure.ts';
import type { EngineChoice } from '../../engine/engine.ts';
import type { ModelFile } from '../../models/modelFiles.ts';
import type { ModelOutcome } from '../../models/modelHost.ts';
import type { ModelInput } from '../../models/modelInput.ts';
import type { Failed } from '../../workers/protocol.ts';
import type { AskOutcome } from '../ask/askModel.ts';
import type { Claim } from '../core/claim.ts';
import type { ProbeType } from '../core/probeSheet.ts';
import type { PlanOutcome, ProbeWishes } from '../core/probes.ts';
import type { ProbeLook } from '../pipeline/probes.ts';

/** What the page may ask of the workers that make probes and of the one that shows them to a model. */

export type { ModelFile } from '../../models/modelFiles.ts';
export type { ModelOutcome } from '../../models/modelHost.ts';
export type { AskOutcome } from '../ask/askModel.ts';

export interface RenderedProbes {
  readonly kind: 'rendered';
  /** One a variant: the bytes of its file, or its RGB bytes. */
  readonly probes: readonly Uint8Array<ArrayBuffer>[];
}

export interface ProbesWorkerApi {
  /** See `planProbes`. Needs no start. */
  plan(claim: Claim, labelOf: readonly (string | null)[], wishes: ProbeWishes): PlanOutcome;
  /** Makes the engine ready. Call once, first. */
  start(choice: EngineChoice): Promise<void>;
  /** Probes of one photo as files. */
  files(photo: Blob, look: ProbeLook, type: ProbeType): Promise<RenderedProbes | Failed>;
  /** Probes of one photo as a model is given them; squares only. */
  squares(photo: Blob, look: ProbeLook): Promise<RenderedProbes | Failed>;
}

export interface AskWorkerApi {
  /** Lets go of the model before. */
  open(files: readonly ModelFile[]): Promise<ModelOutcome | Broken>;
  ask(pixels: Uint8Array<ArrayBuffer>, input: ModelInput): Promise<AskOutcome>;
}
