import { datasetNameAfter } from '../../core/dataset.ts';
import { setNameOf } from '../../core/labels/setName.ts';
import { isUnseen } from '../../core/labels/unseen.ts';
import type { ReceiptFile } from '../../core/receipt.ts';
import type { Context } from '../context.ts';
import { arranged } from '../labels/arranged.ts';
import { addPhotos } from '../labels/arrangement.ts';
import { commit } from '../labels/history.ts';
import type { Intake } from '../model/intake.ts';
import type { Photo, PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { markBefore } from '../receipt/openReceipt.ts';
import type { FoundPhoto, IntakeFound } from '../services/intake.ts';
import { joinedIn } from './joined.ts';
import { labelQuestionsOf } from './labelQuestions.ts';

/**
 * Puts found photos on the page, with their labels and what is to be asked about those.
 *
 * @param before what the open receipt says of those that were protected before
 * @param refound photos of an earlier visit that have their files again
 */
export function place(
  context: Context,
  { photos: found, leftOut, questions }: IntakeFound,
  before: ReadonlyMap<FoundPhoto, ReceiptFile>,
  refound: number,
): { readonly ids: readonly PhotoId[]; readonly intake: Intake } {
  const s = context.get();
  const added = found.map(one => ({
    photo: photoOf(context.newId('photo-'), one),
    labelName: one.labelName,
    listed: before.get(one),
  }));
  const next = addPhotos(
    s.arrangement,
    added.map(({ photo, labelName }) => ({ id: photo.id, labelName })),
    () => context.newId('label-'),
  );
  if (added.length > 0) {
    const photos = new Map(s.photos);
    for (const { photo } of added) photos.set(photo.id, photo);
    const timeline = commit({ arrangement: s.arrangement, history: s.history }, next);
    // Photos and arrangement change together, or the grid would ask for photos that are not there.
    const listed = added.flatMap(({ photo, listed }) => (listed ? [[photo.id, listed] as const] : []));
    const idOf = new Map(added.map(({ photo }, i) => [found[i], photo.id]));
    const labelQuestions = [
      ...s.labelQuestions,
      ...labelQuestionsOf(questions, one => ('id' in one ? one.id : idOf.get(one))),
    ];
    context.set({
      photos,
      labelQuestions,
      ...arranged(s, timeline),
      ...markBefore(s, new Map(listed)),
      ...datasetAfter(s, found),
    });
  }
  const ids = added.map(({ photo }) => photo.id);
  return {
    ids,
    intake: {
      kind: 'done',
      added: ids.length,
      refound,
      leftOut,
      firstFrames: found.filter(one => one.description?.animated).length,
      fromRaw: found.filter(one => one.description?.embedded !== undefined).length,
      joined: joinedIn(next, added),
      unseen: [
        ...new Set(added.flatMap(({ labelName }) => (labelName && isUnseen(labelName) ? [labelName] : []))),
      ],
      arrived: ids,
      loose: ids.filter(id => !next.labelOf.has(id)),
    },
  };
}

/**
 * The dataset name after the folder that the first photos came in, unless a person chose one. Not once there is a key: what
 * was saved of it holds for the name that it was made for.
 */
function datasetAfter(
  { arrangement, dataset, proposedDataset, passphrase, reopened }: KeyveilState,
  found: readonly FoundPhoto[],
): Partial<KeyveilState> {
  const untouched = dataset === proposedDataset && passphrase === '' && reopened === null;
  const folder = setNameOf(found.map(({ path }) => path));
  if (!untouched || arrangement.order.length > 0 || folder === null) return {};
  const proposed = datasetNameAfter(folder, proposedDataset);
  return { dataset: proposed, proposedDataset: proposed };
}

function photoOf(id: PhotoId, found: FoundPhoto): Photo {
  const { file, path, name, type, description } = found;
  return {
    id,
    file,
    origin: found.origin,
    path,
    name,
    bytes: file.size,
    type,
    width: description?.width ?? 0,
    height: description?.height ?? 0,
    ...(description === null ? {} : { description }),
  };
}
