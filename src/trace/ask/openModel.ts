import type { WasmFiles } from '../../tfjs/openBackend.ts';

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
  scores(values: Float32Array<ArrayBuffer>, shape: readonly number[]): Promise<readonly Float32Array[]>;
  dispose(): Promise<void>;
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
