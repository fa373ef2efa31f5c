import { join } from 'node:path';
import type { Look } from './access.ts';
import { twoLabels, walkCheck, walkFound, walkLab, walkModel, walkRestore } from './accessProofScenes.ts';
import {
  toPhotoWithLabel,
  walkEmpty,
  walkInspector,
  walkLabelling,
  walkMore,
  walkRun,
} from './accessScenes.ts';
import type { App } from './app.ts';

/** A way through a part of the app, from the empty page on, that halts at each state to be looked at. */
export interface Walk {
  readonly name: string;
  /** @param folder where the walk may put files of its own */
  walk(app: App, folder: string, look: Look): Promise<void>;
}

async function protectAndLook(app: App, _: string, look: Look): Promise<void> {
  await walkRun(app, look);
  await toPhotoWithLabel(app);
  await walkInspector(app, look);
  await walkMore(app, look);
}

/** All of the app, in parts that take no longer than a minute or two with whatever is looked at on the way. */
export const walks: readonly Walk[] = [
  { name: 'the empty page', walk: (app, _, look) => walkEmpty(app, look) },
  { name: 'labelling', walk: (app, _, look) => walkLabelling(app, look) },
  { name: 'protecting and looking', walk: protectAndLook },
  {
    name: 'the instant check',
    walk: (app, folder, look) => walkCheck(app, twoLabels(join(folder, 'two')), look),
  },
  {
    name: 'the training lab',
    walk: (app, folder, look) => walkLab(app, twoLabels(join(folder, 'two')), look),
  },
  { name: 'found photos', walk: (app, folder, look) => walkFound(app, join(folder, 'trace'), look) },
  { name: 'asking a model', walk: (app, folder, look) => walkModel(app, join(folder, 'trace'), look) },
  { name: 'restoring', walk: (app, folder, look) => walkRestore(app, join(folder, 'trace'), look) },
];
