/** Where a file of a zip would be unpacked to, from its decoded name. */
export type ZipPath =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder' }
  /** It would leave the folder that the zip is unpacked to, or has no name at all. `path` is for the eye only. */
  | { readonly kind: 'leaves'; readonly path: string };

/**
 * The path of an entry, with forward slashes and without roots: old Windows programs write backslashes, and absolute
 * paths and drive letters lose what makes them so, as unzip does it. A folder is what ends in a slash, whatever
 * attributes say, unless it holds something. `Mia/../Tom/a.jpg` stays inside and is `Tom/a.jpg`.
 *
 * @param bytes that it holds
 */
export function readZipPath(name: string, bytes = 0): ZipPath {
  const given = name.replaceAll('\0', '_').replaceAll('\\', '/');
  if (given.endsWith('/') && bytes === 0) return { kind: 'folder' };
  const path = given.replace(/\/+$/, '');
  const kept: string[] = [];
  for (const segment of path.replace(/^\/*(?:[a-z]:)?\/*/i, '').split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return { kind: 'leaves', path };
  }
  // What ends in `.` or `..` names a folder, and holds bytes all the same.
  const named = !/(?:^|\/)\.{1,2}$/.test(path);
  return kept.length > 0 && named ? { kind: 'file', path: kept.join('/') } : { kind: 'leaves', path };
}
