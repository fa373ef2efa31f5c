/** Which kind of model a person's files make up. */

/** A file as a person gives it: its name and its bytes. */
export interface ModelFile {
  readonly name: string;
  readonly blob: Blob;
}

export type FoundModel =
  | {
      readonly kind: 'tfjs';
      readonly format: 'layers' | 'graph';
      readonly json: TfjsJson;
      readonly weights: readonly Blob[];
    }
  | { readonly kind: 'onnx'; readonly model: Blob; readonly data: readonly ModelFile[] };

/** As much of a tfjs `model.json` as is looked at; all of it goes to tfjs. */
interface TfjsJson {
  readonly modelTopology: object;
  readonly format?: string;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly object[];
  }[];
}

export type ModelRefusal =
  /** No file of them is a model that we know. */
  | { readonly kind: 'refused'; readonly reason: 'no-model' }
  /** Files that the model's own list names are not there. */
  | { readonly kind: 'refused'; readonly reason: 'missing-files'; readonly names: readonly string[] };

/** Looks through the files for an ONNX model (`.onnx`, with any external data) or a tfjs one (`model.json` and weights). */
export async function findModel(files: readonly ModelFile[]): Promise<FoundModel | ModelRefusal> {
  const onnx = files.find(({ name }) => /\.onnx$/i.test(name));
  if (onnx) return { kind: 'onnx', model: onnx.blob, data: files.filter(file => file !== onnx) };
  for (const file of files) {
    if (!/\.json$/i.test(file.name)) continue;
    const json = await tfjsJson(file.blob);
    if (json === null) continue;
    const names = json.weightsManifest.flatMap(({ paths }) => paths);
    const found = names.map(path => files.find(({ name }) => baseName(name) === baseName(path)) ?? null);
    const missing = names.filter((_, at) => found[at] === null);
    if (missing.length > 0) return { kind: 'refused', reason: 'missing-files', names: missing };
    return {
      kind: 'tfjs',
      format: isGraph(json) ? 'graph' : 'layers',
      json,
      weights: found.flatMap(one => (one ? [one.blob] : [])),
    };
  }
  return { kind: 'refused', reason: 'no-model' };
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

async function tfjsJson(blob: Blob): Promise<TfjsJson | null> {
  try {
    const parsed: unknown = JSON.parse(await blob.text());
    return isTfjsJson(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isTfjsJson(json: unknown): json is TfjsJson {
  if (typeof json !== 'object' || json === null) return false;
  const { modelTopology, weightsManifest } = json as Partial<TfjsJson>;
  return (
    typeof modelTopology === 'object' &&
    modelTopology !== null &&
    Array.isArray(weightsManifest) &&
    weightsManifest.every(
      group =>
        Array.isArray(group?.paths) &&
        group.paths.every((path: unknown) => typeof path === 'string') &&
        Array.isArray(group.weights),
    )
  );
}

/** Old files do not name their format; a graph lists nodes. */
function isGraph({ format, modelTopology }: TfjsJson): boolean {
  if (format !== undefined) return format === 'graph-model';
  return 'node' in modelTopology;
}
