import { foldersOf } from './labelAt.ts';

/** What a person calls these photos: the folder or zip that all of them came in; null where there is none. */
export function setNameOf(paths: Iterable<string>): string | null {
  let name: string | null = null;
  for (const path of paths) {
    const [outermost] = foldersOf(path);
    if (outermost === undefined || (name !== null && outermost !== name)) return null;
    name = outermost;
  }
  return name;
}
