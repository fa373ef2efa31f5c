import type { KeyveilState } from '../model.ts';

/** What no report to a developer may say: the key, and what photos, folders, labels and the dataset are called. */
export function unsaid(
  s: Pick<KeyveilState, 'passphrase' | 'dataset' | 'photos' | 'arrangement' | 'reopened'>,
): readonly string[] {
  const words = s.passphrase.split(/\s+/).filter(word => word.length > 2);
  const paths = [...s.photos.values()].flatMap(({ name, path }) => [
    name,
    withoutEnding(name),
    path,
    ...path.split('/'),
  ]);
  const labels = s.arrangement.labels.map(({ name }) => name);
  return [s.passphrase, ...words, s.dataset, s.reopened?.name ?? '', ...new Set([...paths, ...labels])];
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}
