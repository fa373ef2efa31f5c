import type { Actions } from './actions.ts';
import { addPhotos } from './arrangement.ts';
import { arranged, type Context } from './context.ts';
import { commit } from './history.ts';
import type { Intake, LeftOut, Photo, PhotoId } from './model.ts';
import type { FoundPhoto } from './services.ts';

type IntakeActions = Pick<Actions, 'addFiles' | 'addDrop' | 'addSamplePhotos' | 'dismissIntake'>;

/** Photos in. Additions wait for one another, so that the second sees what the first brought. */
export function intakeActions(context: Context): IntakeActions {
  let last: Promise<void> = Promise.resolve();
  const add = (files: Promise<readonly File[]>): Promise<void> => {
    context.set({ intake: { kind: 'reading', found: 0, read: 0 } });
    const step = last.then(async () => readInto(context, await files));
    // What goes wrong with one addition must not hold up the next, nor leave the page saying "reading".
    last = step.catch(() => context.set({ intake: { kind: 'none' } }));
    return step;
  };
  return {
    addFiles: files => add(Promise.resolve(files)),
    addDrop: event => add(context.services.intake.filesOfDrop(event)),
    addSamplePhotos: () => add(context.services.intake.drawSamples()),
    dismissIntake: () => context.set({ intake: { kind: 'none' } }),
  };
}

/** Browsers hand out a folder's files in any order; people expect 2.jpg before 10.jpg, and folders together. */
const paths = new Intl.Collator('en', { numeric: true });
const byPath = (a: FoundPhoto, b: FoundPhoto) => paths.compare(a.path, b.path);

/** Files of photos that are on the page now, for noticing the same one again. */
function knownFiles(context: Context): readonly File[] {
  const { arrangement, photos } = context.get();
  return arrangement.order.flatMap(id => photos.get(id)?.file ?? []);
}

async function readInto(context: Context, files: readonly File[]): Promise<void> {
  const { services, set } = context;
  const found = await services.intake.read(files, knownFiles(context), (total, read) =>
    set({ intake: { kind: 'reading', found: total, read } }),
  );
  const { ids, intake } = place(context, [...found.photos].sort(byPath), found.leftOut);
  const s = context.get();
  set({
    intake,
    ...(s.selection.current === null && ids[0] ? { selection: { ...s.selection, current: ids[0] } } : {}),
  });
}

function place(
  context: Context,
  found: readonly FoundPhoto[],
  leftOut: readonly LeftOut[],
): { readonly ids: readonly PhotoId[]; readonly intake: Intake } {
  const s = context.get();
  const added = found.map(one => ({
    photo: photoOf(context.newId('photo-'), one),
    labelName: one.labelName,
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
    context.set({ photos, ...arranged(s, timeline) });
  }
  const ids = added.map(({ photo }) => photo.id);
  return {
    ids,
    intake: {
      kind: 'done',
      added: ids.length,
      leftOut,
      firstFrames: found.filter(one => one.firstFrame).length,
      loose: ids.filter(id => !next.labelOf.has(id)),
    },
  };
}

function photoOf(id: PhotoId, found: FoundPhoto): Photo {
  const { file, path, name, header } = found;
  return {
    id,
    file,
    path,
    name,
    bytes: file.size,
    type: header.type,
    width: header.width,
    height: header.height,
  };
}
