import type { KeyveilState } from './model.ts';

/** What the page knows that no report of a mistake may quote: the key, and the names of photos and labels. */
export function* privateWords({ passphrase, dataset, arrangement, photos }: KeyveilState): Iterable<string> {
  yield passphrase;
  // A message may quote the one word that it stumbled over.
  yield* passphrase.split(/\s+/).filter(word => word.length > 2);
  yield dataset;
  for (const { name } of arrangement.labels) yield name;
  for (const { path, name } of photos.values()) {
    yield path;
    yield* path.split('/');
    yield name;
    yield name.replace(/\.[^.]+$/, '');
  }
}
