import type { WasmFiles } from '../tfjs/openBackend.ts';
import type { LayerShape } from './featureLayer.ts';

/** A model of somebody else's that pictures are shown to. */
export interface OpenModel {
  readonly kind: 'tfjs' | 'onnx';
  /** Of its input, as its file has it; null where it leaves a size open. */
  readonly shape: readonly (number | null)[];
  /**
   * The scores of pictures, prepared as its input wants them: one row each.
   *
   * @param values count · side · side · 3
   */
  scores(values: Pictures, shape: readonly number[]): Promise<readonly Float32Array[]>;
  /** What its layers give of these pictures, in the order in which they are computed; real numbers only. */
  layers(values: Pictures, shape: readonly number[]): Promise<readonly LayerShape[]>;
  /** What one of these layers gives of pictures. */
  layer(name: string, values: Pictures, shape: readonly number[]): Promise<LayerValues>;
  dispose(): Promise<void>;
}

type Pictures = Float32Array<ArrayBuffer>;

/** Of all pictures together, one after another. */
interface LayerValues {
  /** Of one picture. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Where the files lie that a model's runtime needs, as the app serves them. */
export interface RuntimeFiles {
  readonly tfjs: WasmFiles;
  readonly onnx: OnnxFiles;
}

/** onnxruntime's WebAssembly and the script that goes with it. */
export interface OnnxFiles {
  readonly wasm: string;
  readonly script: string;
}
