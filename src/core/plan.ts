import { archivePaths, plainNamed, type TakenPath } from './archive/names.ts';
import type { Imprint } from './imprint.ts';
import { type RecipeInputs, type RecipePhoto, recipeBook } from './recipe.ts';
import { extensionFor, type OutputSettings, type OutputType, outputTypeFor, qualityFor } from './settings.ts';
import { type Treatment, treatmentFor } from './treatment.ts';

/** What a run makes of each photo: settled before it starts, and never changed. */

/** A labelled photo, as far as the plan cares. */
export interface PlanPhoto extends RecipePhoto {
  readonly id: string;
  /** Label's name, normalised. */
  readonly label: string;
}

export interface PlanInputs extends RecipeInputs {
  /** Of every label, by name. */
  readonly imprints: ReadonlyMap<string, Imprint>;
}

/** What a run does with one photo. What is turned meanwhile makes another plan, and this result out of date. */
export interface PlannedPhoto {
  readonly id: string;
  /** See `recipeBook`: goes into the journal, to tell later whether the result is still what would be made. */
  readonly recipe: string;
  /** What is done to its pixels. */
  readonly treatment: Treatment;
  /** What file is made of them. */
  readonly output: PlannedOutput;
}

interface PlannedOutput {
  readonly format: OutputType;
  /** In (0, 1]; undefined for PNG. */
  readonly quality: number | undefined;
  /** Longest side of what comes out, in pixels; null leaves it as it is. */
  readonly longSide: number | null;
  readonly marks: FileMarks;
}

/** What a file says about itself. */
export type FileMarks = Pick<OutputSettings, 'optOut' | 'rights' | 'keepDateAndCopyright'>;

/**
 * The plan of a run, in the photos' order.
 *
 * Where a photo lies in the archive is not part of it but follows from all photos when the archive is saved (see
 * `outputPaths`): photos may be renamed, moved and added between runs without protecting the others anew.
 *
 * @throws Error for a photo whose label has no place in the order, or no imprint: a bug of the caller
 */
export function planRun(photos: readonly PlanPhoto[], inputs: PlanInputs): readonly PlannedPhoto[] {
  const recipes = recipeBook(inputs);
  const { optOut, rights, keepDateAndCopyright, longSide } = inputs.output;
  const marks = { optOut, rights, keepDateAndCopyright };
  return photos.map(photo => {
    const recipe = recipes(photo.label, photo);
    const imprint = inputs.imprints.get(photo.label);
    if (recipe === null || imprint === undefined) throw new Error('A photo has a label without an imprint.');
    const format = outputTypeFor(photo.type, inputs.output.format);
    const quality = qualityFor(format, inputs.output);
    const treatment = treatmentFor(inputs.settings, imprint);
    return { id: photo.id, recipe, treatment, output: { format, quality, longSide, marks } };
  });
}

/** A photo, as far as its place in the archive cares. */
export interface PlacedPhoto extends Pick<PlanPhoto, 'label' | 'type'> {
  /** File name as given. */
  readonly name: string;
}

/** Paths in the archive, in the photos' order, which have to be all of them; see `archivePaths` and `plainNamed`. */
export function outputPaths(
  photos: readonly PlacedPhoto[],
  output: Pick<OutputSettings, 'format' | 'plainNames'>,
  taken: readonly TakenPath[] = [],
): readonly string[] {
  const files = photos.map(({ label, name, type }) => ({
    label,
    name,
    extension: extensionFor[outputTypeFor(type, output.format)],
  }));
  return archivePaths(output.plainNames ? plainNamed(files, taken) : files, taken);
}
